"""A second verifier of the log, written from SPEC.md alone, with nothing but Python's standard library.

Usage: spec_check.py SPEC.md VECTOR.json ...
It takes the kinds of conduct from the table in SPEC.md. A vector is JSON, a leaf, an opened slot or a whole log, as the files in
vectors/ are. Of a log it verifies the signature on the checkpoint, hashes every leaf, computes the tree, compares root and tiles,
reads each leaf strictly, looks for the ballots behind each agreement, and counts. One JSON line for each vector goes to standard
output, with what was found or why it was refused.
"""

import base64
import datetime
import hashlib
import json
import pathlib
import re
import sys

# --- Ed25519 (RFC 8032, section 5.1), verification only: slow, small, and no secret is ever in it. ---
P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def find_x(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P != 0:
        return None
    return P - x if x % 2 != sign else x


def read_point(encoded):
    number = int.from_bytes(encoded, "little")
    y = number & (2**255 - 1)
    if y >= P:
        return None
    x = find_x(y, number >> 255)
    return None if x is None else (x, y, 1, x * y % P)


def add_points(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar > 0:
        if scalar & 1:
            result = add_points(result, point)
        point = add_points(point, point)
        scalar >>= 1
    return result


def equal_points(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = find_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def verify_ed25519(public_key, message, signature):
    if len(public_key) != 32 or len(signature) != 64:
        return False
    a, r = read_point(public_key), read_point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= Q:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public_key + message).digest(), "little") % Q
    return equal_points(multiply(s, BASE), add_points(r, multiply(k, a)))


# --- The formats. ---
class Broken(Exception):
    """A log, a note or a leaf that SPEC.md does not allow."""


def require(holds, fault):
    if not holds:
        raise Broken(fault)


def sha256(data):
    return hashlib.sha256(data).digest()


def strict_base64(text):
    data = base64.b64decode(text, validate=True)
    require(base64.b64encode(data).decode() == text, "base64 is not canonical")
    return data


def read_vkey(line):
    name, key_id, encoded = line.split("+", 2)
    material = strict_base64(encoded)
    require(len(material) == 33 and material[0] == 1, "not an Ed25519 key of a log")
    require(sha256(name.encode() + b"\n" + material)[:4].hex() == key_id, "the id is not the key's")
    return {"name": name, "id": bytes.fromhex(key_id), "key": material[1:]}


def open_note(data, vkey):
    whole = data.decode("utf-8")
    require(whole.endswith("\n") and "\n\n" in whole, "no signatures")
    split = whole.rindex("\n\n")
    text, lines = whole[: split + 1], whole[split + 2 : -1].split("\n")
    good = 0
    for line in lines:
        dash, name, encoded = line.split(" ")
        require(dash == "\u2014", "not a signature line")
        signature = strict_base64(encoded)
        if name == vkey["name"] and signature[:4] == vkey["id"]:
            require(verify_ed25519(vkey["key"], text.encode(), signature[4:]), "the log's signature does not hold")
            good += 1
    require(good > 0, "the log did not sign")
    return text


def read_checkpoint(text, origin):
    first, size, root = text[:-1].split("\n")[:3]
    require(first == origin, "another log's checkpoint")
    require(re.fullmatch(r"0|[1-9]\d{0,15}", size) is not None, "the size is no number")
    require(len(strict_base64(root)) == 32, "the root has not 32 bytes")
    return int(size), strict_base64(root)


def leaf_hash(entry):
    return sha256(b"\x00" + entry)


def tree_root(hashes):
    if not hashes:
        return sha256(b"")
    if len(hashes) == 1:
        return hashes[0]
    split = 1
    while split * 2 < len(hashes):
        split *= 2
    return sha256(b"\x01" + tree_root(hashes[:split]) + tree_root(hashes[split:]))


def index_path(index, width):
    digits = str(index)
    digits = digits.rjust(-(-len(digits) // 3) * 3, "0")
    groups = [digits[i : i + 3] for i in range(0, len(digits), 3)]
    path = "/".join(["x" + group for group in groups[:-1]] + groups[-1:])
    return path if width == 256 else f"{path}.p/{width}"


def read_bundle(data):
    entries = []
    while data:
        length = int.from_bytes(data[:2], "big")
        require(len(data) >= 2 + length, "a bundle ends inside an entry")
        entries.append(data[2 : 2 + length])
        data = data[2 + length :]
    return entries


def canonical(value, depth=0):
    # Keys sorted by UTF-16 code unit, as RFC 8785 asks; no space; only what JSON must escape is escaped.
    if isinstance(value, (dict, list)):
        require(depth < 32, "JSON deeper than 32")
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key], depth + 1) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item, depth + 1) for item in value) + "]"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        require(isinstance(value, int) and abs(value) <= 2**53 - 1, "a number is not whole, or beyond 2^53 - 1")
    return json.dumps(value, ensure_ascii=False)


def read_json(data):
    text = data.decode("utf-8")
    value = json.loads(text)
    require(canonical(value) == text, "not canonical JSON")
    return value


def is_date(text):
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text) is None:
        return False
    try:
        datetime.date.fromisoformat(text)
        return True
    except ValueError:
        return False


def is_second(text):
    return re.fullmatch(r"[-\d]{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ", text) is not None and is_date(text[:10])


def is_instant(text):
    return re.fullmatch(r".{19}\.\d{3}Z", text) is not None and is_second(text[:19] + "Z")


def is_list_of(kind):
    def check(value):
        rising = isinstance(value, list) and len(value) <= 64 and all(is_of_type(kind, item) for item in value)
        return rising and all(one < two for one, two in zip(value, value[1:]))

    return check


def is_whole(value, least):
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def is_text(pattern):
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value, re.ASCII) is not None


TYPES = {
    "code": is_text(r"[a-z0-9][a-z0-9.-]{0,63}"),
    "codes": is_list_of("code"),
    "count": lambda value: is_whole(value, 0),
    "entry": lambda value: is_whole(value, 1),
    "entries": is_list_of("entry"),
    "hash": is_text(r"[0-9a-f]{64}"),
    "instant": lambda value: isinstance(value, str) and is_instant(value),
    "date": lambda value: isinstance(value, str) and is_date(value),
    "flag": lambda value: isinstance(value, bool),
    "line": is_text(r"[\x20-\x7e]{1,255}"),
}


def is_of_type(kind, value):
    if "/" in kind:
        return ("null" if value is None else value) in kind.split("/")
    if kind.endswith("?"):
        return value is None or is_of_type(kind[:-1], value)
    return TYPES[kind](value)


def read_kinds(spec):
    """The table of SPEC.md: | `kind` | `field: type`, ... | `slot`, ... |"""
    kinds = {}
    for kind, fields, slots in re.findall(r"^\| `([a-z-]+\.[a-z-]+)` \| (.*?) \| (.*?) \|$", spec, re.MULTILINE):
        pairs = dict(pair.split(": ") for pair in re.findall(r"`([^`]+)`", fields))
        kinds[kind] = {"fields": pairs, "slots": re.findall(r"`([^`]+)`", slots)}
    return kinds


RECORD_SLOTS = ["kind", "actor", "subject", "act"]
SHARED = {"at", "class", "nonce", "slots", "v"}


def read_leaf(entry, kinds):
    leaf = read_json(entry)
    require(isinstance(leaf, dict) and is_whole(leaf.get("v"), 1) and leaf["v"] == 1, "a leaf of another version")
    for member in ("nonce", "slots"):
        require(is_of_type("hash", leaf.get(member)), f"a leaf without its {member}")
    at = leaf.get("at")
    require(isinstance(at, str), "a leaf without its time")
    if leaf.get("class") == "record":
        require(set(leaf) == SHARED | {"seat"}, "a record leaf with other members")
        require(is_second(at), "a record leaf's time is to the second")
        require(leaf["seat"] in ("police", "prosecutor", "court", "defense", "system"), "a record leaf of no seat")
        return leaf
    require(leaf.get("class") == "conduct" and leaf.get("kind") in kinds, "a leaf of no class, or conduct of no kind")
    fields = kinds[leaf["kind"]]["fields"]
    require(set(leaf) == SHARED | {"kind"} | set(fields), "a conduct leaf with other members than its kind has")
    require(is_instant(at), "a conduct leaf's time is to the millisecond")
    for field, kind in fields.items():
        require(is_of_type(kind, leaf[field]), f"{field} is no {kind}")
    return leaf


def slots_of(leaf, kinds):
    return RECORD_SLOTS if leaf["class"] == "record" else kinds[leaf["kind"]]["slots"]


def commit_slot(name, salt, content):
    tail = b"\x00" if content is None else b"\x01" + content
    return sha256(b"pars/slot/v1\x00" + name.encode() + b"\x00" + salt + tail)


def check_opening(leaf, opening, names):
    """Whether an opened slot is the one that the leaf committed. `names` are the slots of the leaf's kind, in order."""
    require(set(opening) == {"slot", "salt", "content", "commitments"}, "an opening of another shape")
    content = None if opening["content"] is None else strict_base64(opening["content"])
    salt = bytes.fromhex(opening["salt"])
    commitments = [bytes.fromhex(one) for one in opening["commitments"]]
    require(len(salt) == 32 and len(commitments) == len(names), "an opening of another shape")
    mine = commit_slot(opening["slot"], salt, content)
    require(commitments[names.index(opening["slot"])] == mine, "the slot held something else")
    require(sha256(b"pars/slots/v1\x00" + b"".join(commitments)).hex() == leaf["slots"], "the slots are another leaf's")


def check_tiles(files, hashes):
    row, level = hashes, 0
    while row:
        for start in range(0, len(row), 256):
            part = row[start : start + 256]
            path = f"tile/{level}/{index_path(start // 256, len(part))}"
            require(files.get(path) == b"".join(part), f"{path} is not what its entries give")
        row = [tree_root(row[i : i + 256]) for i in range(0, len(row) - len(row) % 256, 256)]
        level += 1


def check_activations(leaves):
    """Behind each agreement in force stand two earlier ballots of different seats, and the acceptance it names, of the same terms."""
    for number, leaf in enumerate(leaves, 1):
        if leaf.get("kind") != "agreement.activated":
            continue
        same = [leaf[field] for field in ("agreement", "agreementVersion", "termsHash")]

        def vote(entry, kind):
            require(entry < number and leaves[entry - 1].get("kind") == kind, f"entry {entry} is no earlier {kind}")
            cast = leaves[entry - 1]
            require([cast[field] for field in ("agreement", "agreementVersion", "termsHash")] == same, "other terms")
            return cast

        ballots = [vote(entry, "ballot.cast") for entry in leaf["ballots"]]
        carried = [one for one in ballots if one["choice"] == "for" and one["action"] in ("adopt", "renew", "amend")]
        require(len(carried) == len(ballots) and len({one["seat"] for one in carried}) >= 2, "not two seats for it")
        if leaf["acceptance"] is not None:
            ballots.append(vote(leaf["acceptance"], "agreement.accepted"))
        require(all(leaf["at"] >= one["at"] for one in ballots), "in force before it was voted on")


def milliseconds(instant):
    return datetime.datetime.fromisoformat(instant.replace("Z", "+00:00")).timestamp() * 1000


def check_answers(leaves):
    """Whoever was answered was answered under an agreement in force: begun, not ended, not stopped."""
    standing, stopped, ended, grace = {}, {}, {}, 60_000
    for leaf in leaves:
        kind, code = leaf.get("kind"), leaf.get("agreement")
        if kind == "journal.created" and leaf["rehearsal"]:
            grace = 86_400_000
        elif kind == "agreement.activated":
            standing[code, leaf["agreementVersion"]] = leaf
        elif kind == "agreement.suspended" and leaf["cause"] != "emergency-stop":
            stopped[code] = leaf["at"]
        elif kind == "agreement.resumed":
            stopped.pop(code, None)
        elif kind == "agreement.ended":
            ended[code] = leaf["at"]
        elif kind == "inquiry.answered":
            terms = standing.get((code, leaf["agreementVersion"]))
            require(terms is not None and leaf["at"] >= terms["startsAt"], "answered without an agreement in force")
            require(leaf["at"] < terms["endsAt"], "answered after the end")
            for name, since in (("ended", ended.get(code)), ("stopped", stopped.get(code))):
                require(since is None or milliseconds(leaf["at"]) <= milliseconds(since) + grace, f"answered after it was {name}")


def read_files(vector, folder):
    base = json.loads((folder / vector["base"]).read_text("utf-8"))["files"] if "base" in vector else {}
    files = {**base, **vector["files"]}
    return {path: base64.b64decode(data) for path, data in files.items() if data is not None}


def verify_log(vector, folder, kinds):
    files = read_files(vector, folder)
    vkey = read_vkey(vector["vkey"])
    size, root = read_checkpoint(open_note(files["checkpoint"], vkey), vkey["name"])
    entries = []
    for start in range(0, size, 256):
        width = min(256, size - start)
        bundle = read_bundle(files[f"tile/entries/{index_path(start // 256, width)}"])
        require(len(bundle) == width, "a bundle of another width")
        entries += bundle
    hashes = [leaf_hash(entry) for entry in entries]
    require(tree_root(hashes) == root, "the entries do not give the signed root")
    check_tiles(files, hashes)
    leaves = [read_leaf(entry, kinds) for entry in entries]
    check_activations(leaves)
    check_answers(leaves)
    if "known" in vector:
        known_size, known_root = read_checkpoint(open_note(vector["known"].encode(), vkey), vkey["name"])
        require(known_size <= size and tree_root(hashes[:known_size]) == known_root, "the log was rewritten")
    return {"size": size, "root": root.hex(), "leafHashes": [one.hex() for one in hashes], **count(leaves)}


def count(leaves):
    """What each unit asked and was given, from the clear fields alone."""
    units = {}
    for number, leaf in enumerate(leaves, 1):
        if leaf.get("kind") not in ("inquiry.answered", "inquiry.refused"):
            continue
        unit = units.setdefault(leaf["unit"], {"answered": 0, "refused": 0, "rows": 0, "classes": {}})
        unit["answered" if leaf["kind"] == "inquiry.answered" else "refused"] += 1
        unit["rows"] += leaf.get("rows", 0)
        for given in leaf.get("classes", []):
            unit["classes"].setdefault(given, []).append(number)
    return {"units": units, "sealed": [n for n, leaf in enumerate(leaves, 1) if leaf.get("kind") == "inquiry.sealed"]}


def check(vector, folder, kinds):
    if vector["check"] == "json":
        read_json(base64.b64decode(vector["jsonBase64"]) if "jsonBase64" in vector else vector["json"].encode())
        return {}
    if vector["check"] == "log":
        return verify_log(vector, folder, kinds)
    if vector["check"] not in ("leaf", "opening"):
        sys.exit(f"no such check: {vector['check']}")
    leaf = read_leaf(vector["leaf"].encode(), kinds)
    if vector["check"] == "opening":
        check_opening(leaf, vector["opening"], slots_of(leaf, kinds))
    if "leafHash" in vector:
        require(leaf_hash(vector["leaf"].encode()).hex() == vector["leafHash"], "the leaf's hash is another")
    for opening in vector.get("openings", []):
        check_opening(leaf, opening, slots_of(leaf, kinds))
    return {}


def main(spec, paths):
    kinds = read_kinds(pathlib.Path(spec).read_text("utf-8"))
    for path in map(pathlib.Path, paths):
        try:
            found = check(json.loads(path.read_text("utf-8")), path.parent.parent, kinds)
            print(json.dumps({"name": path.stem, "ok": True, **found}))
        except (Broken, ValueError, KeyError, TypeError, AttributeError, IndexError) as fault:
            print(json.dumps({"name": path.stem, "ok": False, "fault": str(fault) or type(fault).__name__}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
