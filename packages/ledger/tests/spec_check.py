"""A second verifier of the log, written from SPEC.md alone, with nothing but Python's standard library.

Usage: spec_check.py SPEC.md VECTOR ...
It takes the kinds of conduct from the table in SPEC.md. A vector is JSON, a leaf, an opened slot, a policy, a request to a cosigner or
a whole log, as the files in vectors/ are; a .txt file is a note and a .tlog-proof a receipt, opened with the keys of vectors/keys.json. Of a log it verifies the signature on the checkpoint, hashes every leaf, computes the tree, compares root and tiles,
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


LOG, COSIGNER = 1, 4


def read_vkey(line, kinds=(LOG,)):
    match = re.fullmatch(r"([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)", line)
    require(match is not None, "not a verifier key")
    name, key_id, encoded = match.groups()
    material = strict_base64(encoded)
    require(len(material) == 33 and material[0] in kinds, "not an Ed25519 key of this use")
    require(sha256(name.encode() + b"\n" + material)[:4].hex() == key_id, "the id is not the key's")
    return {"name": name, "id": bytes.fromhex(key_id), "type": material[0], "key": material[1:]}


def read_note(data):
    require(len(data) <= 1000000, "a note too long")
    whole = data.decode("utf-8")
    require(re.search(r"[\x00-\x09\x0b-\x1f]", whole) is None, "a control character")
    require(whole.endswith("\n") and "\n\n" in whole, "no signatures")
    split = whole.rindex("\n\n")
    text, lines = whole[: split + 1], whole[split + 2 : -1].split("\n")
    require(split + 2 < len(whole) and len(lines) <= 100, "no signatures, or more than 100")
    signatures = []
    for line in lines:
        dash, name, encoded = line.split(" ")
        require(dash == "\u2014" and name != "" and "+" not in name, "not a signature line")
        signature = strict_base64(encoded)
        require(len(signature) >= 5, "a signature line without a signature")
        signatures.append((name, signature[:4], signature[4:]))
    return text, signatures


def is_signed(key, text, signature):
    if key["type"] == LOG:
        return verify_ed25519(key["key"], text.encode(), signature)
    if len(signature) != 72:
        return False
    time = int.from_bytes(signature[:8], "big")
    message = b"cosignature/v1\ntime " + str(time).encode() + b"\n" + text.encode()
    return time < 2**53 and verify_ed25519(key["key"], message, signature[8:])


def open_keys(data, keys):
    """The text of a note, and those of the known keys that signed it. One bad line of a known key spoils it."""
    text, signatures = read_note(data)
    good = []
    for name, key_id, signature in signatures:
        for key in keys:
            if (key["name"], key["id"]) == (name, key_id):
                require(is_signed(key, text, signature), f"the signature of {name} does not hold")
                good.append(key)
    return text, good


def open_note(data, vkey):
    text, good = open_keys(data, [vkey])
    require(vkey in good, "the log did not sign")
    return text


def read_head(text):
    first, size, root, *more = text[:-1].split("\n")
    require(first != "" and "" not in more, "an empty line in a checkpoint")
    require(re.fullmatch(r"0|[1-9]\d{0,15}", size) is not None and int(size) < 2**53, "the size is no number")
    require(len(strict_base64(root)) == 32, "the root has not 32 bytes")
    return first, int(size), strict_base64(root)


def read_checkpoint(text, origin):
    first, size, root = read_head(text)
    require(first == origin, "another log's checkpoint")
    return size, root


# --- Section 7.1 and 7.2: whose signatures count, and what a cosigner answers. ---
def read_policy(text):
    require(re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text) is None, "a control character")
    require(text == "" or text.endswith("\n"), "no line feed at the end")
    policy = {"logs": [], "cosigners": {}, "groups": {}, "quorum": None}
    members, keys = [], []
    for line in text.split("\n"):
        words = line.replace("\t", " ").split()
        if not words or words[0].startswith("#"):
            continue
        kind, rest = words[0], words[1:]
        defined = {"none", *policy["cosigners"], *policy["groups"]}
        if kind == "log" and len(rest) in (1, 2):
            policy["logs"].append(read_vkey(rest[0], (LOG,)))
            keys.append(policy["logs"][-1]["key"])
        elif kind == "witness" and len(rest) in (2, 3):
            require(rest[0] not in defined, "a name twice")
            policy["cosigners"][rest[0]] = read_vkey(rest[1], (COSIGNER,))
            keys.append(policy["cosigners"][rest[0]]["key"])
        elif kind == "group" and len(rest) >= 3:
            name, threshold, *own = rest
            require(name not in defined, "a name twice")
            require(all(one in defined and one != "none" for one in own), "a member that is not defined")
            members += own
            require(len(set(members)) == len(members), "a member twice")
            needed = {"any": "1", "all": str(len(own))}.get(threshold, threshold)
            require(re.fullmatch(r"[1-9]\d{0,3}", needed) is not None and int(needed) <= len(own), "an impossible threshold")
            policy["groups"][name] = (int(needed), own)
        elif kind == "quorum" and len(rest) == 1:
            require(policy["quorum"] is None, "two quorums")
            require(rest[0] in defined, "a quorum that is not defined")
            policy["quorum"] = rest[0]
        else:
            raise Broken("not a line of a policy")
    require(len(set(keys)) == len(keys), "a key twice")
    require(policy["quorum"] is not None, "no quorum")
    return policy


def open_by_policy(data, policy):
    text, good = open_keys(data, [*policy["logs"], *policy["cosigners"].values()])
    origin, size, root = read_head(text)
    require(any(key in policy["logs"] and key["name"] == origin for key in good), "no log of the policy signed")
    met = {"none", *(name for name, key in policy["cosigners"].items() if key in good)}
    for name, (threshold, own) in policy["groups"].items():
        if sum(member in met for member in own) >= threshold:
            met.add(name)
    require(policy["quorum"] in met, "the quorum did not cosign")
    return size, root


def open_counted(data, keys):
    """A note with the log's key, and a number of cosigners that must have signed beside it."""
    log = read_vkey(keys["log"])
    cosigners = [read_vkey(one, (COSIGNER,)) for one in keys["cosigners"]]
    text, good = open_keys(data, [log, *cosigners])
    require(log in good, "the log did not sign")
    require(sum(one in good for one in cosigners) >= keys["quorum"], "too few cosigners")
    return read_checkpoint(text, log["name"])


def is_grown(size1, root1, size2, root2, proof):
    """RFC 9162, 2.1.4.2, for 0 < size1 <= size2."""
    if size1 == size2:
        return proof == [] and root1 == root2
    position, last = size1 - 1, size2 - 1
    while position % 2 == 1:
        position, last = position // 2, last // 2
    hashes = [root1, *proof] if position == 0 else proof
    if not hashes:
        return False
    old = new = hashes[0]
    for one in hashes[1:]:
        if last == 0:
            return False
        if position % 2 == 1 or position == last:
            old, new = sha256(b"\x01" + one + old), sha256(b"\x01" + one + new)
            while position % 2 == 0 and position != 0:
                position, last = position // 2, last // 2
        else:
            new = sha256(b"\x01" + new + one)
        position, last = position // 2, last // 2
    return last == 0 and old == root1 and new == root2


def answer_request(vector):
    """The HTTP status that a cosigner with this memory gives."""
    log, body = read_vkey(vector["vkey"]), vector["body"].encode()
    known_size, known_root = vector["remembered"]["size"], strict_base64(vector["remembered"]["root"])
    try:
        head, split, note = body.partition(b"\n\n")
        first, *lines = head.decode("ascii").split("\n")
        require(split != b"" and re.fullmatch(r"old (0|[1-9]\d{0,15})", first) is not None, "not a request")
        proof = [strict_base64(line) for line in lines]
        require(len(proof) <= 63 and all(len(one) == 32 for one in proof), "not a proof")
        old = int(first[4:])
        origin, size, root = read_head(read_note(note)[0])
    except (Broken, ValueError):
        return 400
    if origin != log["name"]:
        return 404
    try:
        open_note(note, log)
    except Broken:
        return 403
    if old > size:
        return 400
    if old != known_size:
        return 409
    if size == 0 and root != sha256(b""):
        return 422
    if known_size == 0:
        return 200 if proof == [] else 422
    return 200 if is_grown(known_size, known_root, size, root, proof) else 422


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


def check_answers(numbered):
    """Whoever was answered was answered under the version in force: begun, not ended, not replaced, not stopped. Takes (number, leaf)."""
    versions, stopped, ended, grace = {}, {}, {}, 60_000
    for number, leaf in numbered:
        kind, code = leaf.get("kind"), leaf.get("agreement")
        if number == 1 and kind == "journal.created" and leaf["rehearsal"]:
            grace = 86_400_000
        elif kind == "agreement.activated":
            begins = max(leaf["startsAt"], leaf["at"])
            for (other, version), terms in versions.items():
                if other == code and version < leaf["agreementVersion"]:
                    terms["replaced"] = min(begins, terms.get("replaced", begins))
            versions[code, leaf["agreementVersion"]] = {"from": leaf["startsAt"], "until": leaf["endsAt"]}
        elif kind == "agreement.suspended" and leaf["cause"] != "emergency-stop":
            stopped.setdefault(code, leaf["at"])
        elif kind == "agreement.resumed":
            stopped.pop(code, None)
        elif kind == "agreement.ended":
            ended.setdefault(code, leaf["at"])
        elif kind == "inquiry.answered":
            terms = versions.get((code, leaf["agreementVersion"]))
            require(terms is not None and leaf["at"] >= terms["from"], f"entry {number} answers without an agreement in force")
            require(leaf["at"] < terms["until"], f"entry {number} answers after the end")
            for name, since in (("ended", ended.get(code)), ("replaced", terms.get("replaced")), ("stopped", stopped.get(code))):
                late = since is not None and milliseconds(leaf["at"]) > milliseconds(since) + grace
                require(not late, f"entry {number} answers after its agreement was {name}")


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
    check_answers(enumerate(leaves, 1))
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


def root_from_proof(index, size, leaf, proof):
    """The root that a leaf hash and the hashes from it up give, RFC 9162, 2.1.3."""
    require(0 <= index < size, "the index lies beyond the size")
    found, position, last, rest = leaf, index, size - 1, list(proof)
    while last > 0:
        if position % 2 == 1 or position < last:
            require(len(rest) > 0, "the proof is too short")
            other = rest.pop(0)
            require(len(other) == 32, "a hash of a proof has 32 bytes")
            found = sha256(b"\x01" + (other + found if position % 2 == 1 else found + other))
        position, last = position // 2, last // 2
    require(not rest, "the proof is too long")
    return found


def read_proof(data):
    """A tlog-proof: first line, extra, index, hashes, an empty line, the checkpoint."""
    head, _, checkpoint = data.decode("utf-8").partition("\n\n")
    first, extra, index, *hashes = head.split("\n")
    require(first == "c2sp.org/tlog-proof@v1" and extra.startswith("extra "), "no receipt")
    require(re.fullmatch(r"index (0|[1-9]\d{0,15})", index) is not None, "no index")
    hashes = [strict_base64(one) for one in hashes]
    require(all(len(one) == 32 for one in hashes), "a hash of a proof has 32 bytes")
    return strict_base64(extra[6:]), int(index[6:]), hashes, checkpoint.encode()


def verify_receipt(data, keys, kinds):
    extra, index, hashes, checkpoint = read_proof(data)
    said = read_json(extra)
    require(set(said) == {"format", "leaf", "openings"} and said["format"] == "pars-receipt-1", "another format")
    entry = said["leaf"].encode()
    leaf = read_leaf(entry, kinds)
    size, root = open_counted(checkpoint, keys)
    require(root_from_proof(index, size, leaf_hash(entry), hashes) == root, "the way up leads to another root")
    for opening in said["openings"]:
        check_opening(leaf, opening, slots_of(leaf, kinds))
    return {"entry": index + 1, "opened": [opening["slot"] for opening in said["openings"]]}


def check(vector, folder, kinds):
    if vector["check"] == "json":
        read_json(base64.b64decode(vector["jsonBase64"]) if "jsonBase64" in vector else vector["json"].encode())
        return {}
    if vector["check"] == "log":
        return verify_log(vector, folder, kinds)
    if vector["check"] == "vkey":
        read_vkey(vector["vkey"], (LOG, COSIGNER))
        return {}
    if vector["check"] == "policy":
        policy = read_policy(vector["policy"])
        if "note" in vector:
            open_by_policy(vector["note"].encode(), policy)
        return {}
    if vector["check"] == "add-checkpoint":
        status = answer_request(vector)
        if status != vector["status"]:
            sys.exit(f"a cosigner answers {status}, not {vector['status']}")
        require(status == 200, f"a cosigner answers {status}")
        return {}
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
            if path.suffix == ".tlog-proof":
                keys = json.loads((path.parent.parent / "keys.json").read_text("utf-8"))
                found = verify_receipt(path.read_bytes(), keys, kinds)
            elif path.suffix == ".txt":
                keys = json.loads((path.parent.parent / "keys.json").read_text("utf-8"))
                found = {"size": open_counted(path.read_bytes(), keys)[0]}
            else:
                found = check(json.loads(path.read_text("utf-8")), path.parent.parent, kinds)
            print(json.dumps({"name": path.stem, "ok": True, **found}))
        except (Broken, ValueError, KeyError, TypeError, AttributeError, IndexError) as fault:
            print(json.dumps({"name": path.stem, "ok": False, "fault": str(fault) or type(fault).__name__}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
