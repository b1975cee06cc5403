"""The second verifier's part for audit packages, written from SPEC.md, section 13.

Usage: spec_check_package.py SPEC.md [--keys KEYS.json] PACKAGE ...
KEYS.json names the log's verifier key as "log"; without it a package is checked under the key that it names itself. One JSON line for
each package goes to standard output, with what was found or why it was refused.
"""

import base64
import hashlib
import json
import pathlib
import re
import sys

import spec_check as log
from spec_check import Broken, require

# --- ECDSA over P-256 (FIPS 186-5), verification only: what passkeys sign with. ---
FIELD = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
CURVE_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
GENERATOR = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)


def add(p, q):
    if p is None or q is None:
        return q if p is None else p
    if p[0] == q[0]:
        if (p[1] + q[1]) % FIELD == 0:
            return None
        slope = (3 * p[0] * p[0] - 3) * pow(2 * p[1], -1, FIELD) % FIELD
    else:
        slope = (q[1] - p[1]) * pow(q[0] - p[0], -1, FIELD) % FIELD
    x = (slope * slope - p[0] - q[0]) % FIELD
    return (x, (slope * (p[0] - x) - p[1]) % FIELD)


def times(scalar, point):
    result = None
    while scalar > 0:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def read_der(signature):
    """The two numbers of a signature in DER."""
    require(signature[:1] == b"\x30" and signature[1] == len(signature) - 2, "no DER")
    numbers, rest = [], signature[2:]
    for _ in range(2):
        require(rest[:1] == b"\x02" and len(rest) >= 2 + rest[1], "no DER")
        numbers.append(int.from_bytes(rest[2 : 2 + rest[1]], "big"))
        rest = rest[2 + rest[1] :]
    require(rest == b"", "no DER")
    return numbers


def verify_es256(key, message, signature):
    require(len(key) == 65 and key[0] == 4, "a P-256 key is a point of 65 bytes")
    point = (int.from_bytes(key[1:33], "big"), int.from_bytes(key[33:], "big"))
    x, y = point
    require((y * y - x * x * x + 3 * x - CURVE_B) % FIELD == 0, "a point that is not on the curve")
    r, s = read_der(signature)
    if not (0 < r < ORDER and 0 < s < ORDER):
        return False
    digest = int.from_bytes(hashlib.sha256(message).digest(), "big")
    inverse = pow(s, -1, ORDER)
    found = add(times(digest * inverse % ORDER, GENERATOR), times(r * inverse % ORDER, point))
    return found is not None and found[0] % ORDER == r


# --- Proofs. ---
def root_of_range(first, size, hashes, proof):
    """The root of a tree of which a whole range of leaf hashes is known, and of the rest the roots of the largest subtrees."""
    end, rest = first + len(hashes), list(proof)
    require(len(hashes) > 0 and end <= size, "the range lies beyond the size")

    def root(start, stop):
        if stop <= first or start >= end:
            require(len(rest) > 0, "the proof of the range is too short")
            return rest.pop(0)
        if start >= first and stop <= end:
            return log.tree_root(hashes[start - first : stop - first])
        split = 1
        while split * 2 < stop - start:
            split *= 2
        left = root(start, start + split)
        return log.sha256(b"\x01" + left + root(start + split, stop))

    found = root(0, size)
    require(not rest, "the proof of the range is too long")
    return found


def strict_hash(text):
    data = log.strict_base64(text)
    require(len(data) == 32, "a hash has 32 bytes")
    return data


# --- Section 13. ---
PARTS = {
    "package": {"agreement", "checkpoint", "cosigners", "format", "from", "log", "quorum", "range", "through"},
    "words": {"lines"},
    "terms": {"agreementVersion", "prose", "sql", "terms"},
    "entry": {"entry", "leaf", "proof"},
    "statement": {"entry", "statement"},
    "opening": {"entry", "opening"},
    "leaf": {"entry", "hash", "leaf"},
}


def read_parts(data):
    require(data.endswith(b"\n"), "no line feed at the end")
    parts, before = {part: [] for part in PARTS}, None
    for number, text in enumerate(data[:-1].split(b"\n"), 1):
        line = log.read_json(text)
        part = line["part"]
        require(set(line) == PARTS[part] | {"part"}, f"line {number} has other members")
        place = line.get("entry", line.get("agreementVersion", 0))
        require(log.is_whole(place, 0), f"line {number} has no number")
        order = (list(PARTS).index(part), place, line["opening"]["slot"] if part == "opening" else "")
        require(before is None or order > before, f"line {number} is out of order")
        before = order
        parts[part].append(line)
    require(len(parts["package"]) == 1 and len(parts["words"]) == 1, "a package has one head and its words")
    return parts


def check_head(head, leaves, keys):
    require(head["format"] == "pars-package-1", "another format")
    require(keys is None or keys["log"] == head["log"], "another log")
    registered = {leaf.get("vkey") for leaf in leaves.values()}
    named = [head["log"], *head["cosigners"]]
    require(all(one in registered for one in named), "a key that the log does not know")
    require(head["quorum"] == (2 if head["cosigners"] else 0), "another quorum")
    note = head["checkpoint"].encode()
    size, root = log.open_counted(note, head)
    own = [log.read_vkey(one, (log.LOG, log.COSIGNER)) for one in named]
    for name, key_id, _ in log.read_note(note)[1]:
        require(any((key["name"], key["id"]) == (name, key_id) for key in own), "a signature of a stranger")
    return size, root, head["log"].split("+")[0]


def check_range(head, lines, size, root):
    first, last = head["from"], head["through"]
    require([line["entry"] for line in lines] == list(range(first, last + 1)), "an entry of the range is missing")
    hashes = [log.leaf_hash(line["leaf"].encode()) for line in lines]
    for line, found in zip(lines, hashes):
        require(strict_hash(line["hash"]) == found, f"entry {line['entry']} or its hash was altered")
    proof = [strict_hash(one) for one in head["range"]]
    require(root_of_range(first - 1, size, hashes, proof) == root, "the range leads to another root")


RESTED_ON = re.compile(r"(journal\.created|key\.(registered|revoked)|(agreement|resolution|ballot)\..*)")


def check_entry(line, leaf, head, size, root):
    entry = line["entry"]
    proof = [strict_hash(one) for one in line["proof"]]
    found = log.root_from_proof(entry - 1, size, log.leaf_hash(line["leaf"].encode()), proof)
    require(found == root, f"entry {entry} leads to another root")
    require(not head["from"] <= entry <= head["through"], f"entry {entry} lies in the range")
    require(RESTED_ON.fullmatch(leaf.get("kind", "")) is not None, f"nothing rests on entry {entry}")
    require(leaf.get("agreement", head["agreement"]) == head["agreement"], f"entry {entry} is about another agreement")


def opened(openings, entry, slot):
    for line in openings:
        if line["entry"] == entry and line["opening"]["slot"] == slot and line["opening"]["content"] is not None:
            return json.loads(log.strict_base64(line["opening"]["content"]))
    return None


def keys_before(entry, leaves, openings):
    keys = {}
    for number in sorted(leaves):
        leaf = leaves[number]
        if number >= entry or leaf.get("kind") not in ("key.registered", "key.revoked"):
            continue
        key = opened(openings, number, "key")
        if key is not None and leaf["kind"] == "key.registered":
            keys[key["keyId"]] = {**key, "use": leaf["use"], "seat": leaf["seat"]}
        elif key is not None:
            keys.pop(key["keyId"], None)
    return keys


def is_signed(statement, voted, key):
    algorithm, passkey = key.get("algorithm", "ed25519"), voted.get("passkey")
    public, signature = log.strict_base64(key["publicKey"]), log.strict_base64(voted["signature"])
    if (algorithm == "ed25519") != (passkey is None):
        return False
    if passkey is None:
        return log.verify_ed25519(public, statement, signature)
    data, client = log.strict_base64(passkey["authenticatorData"]), log.strict_base64(passkey["clientDataJson"])
    said = json.loads(client)
    challenge = base64.urlsafe_b64encode(log.sha256(statement)).decode().rstrip("=")
    if said.get("type") != "webauthn.get" or said.get("challenge") != challenge or len(data) < 37 or data[32] & 5 != 5:
        return False
    verify = verify_es256 if algorithm == "es256" else log.verify_ed25519
    return verify(public, data + log.sha256(client), signature)


ALIKE = {"agreement": "agreement", "version": "agreementVersion", "resolution": "resolution", "action": "action"}
ALIKE = {**ALIKE, "seat": "seat", "choice": "choice", "termsHash": "termsHash"}


def check_vote(entry, leaf, statements, openings, leaves, origin):
    statement = statements[entry].encode()
    require(log.sha256(statement).hex() == leaf["statementHash"], f"the statement of entry {entry} was altered")
    said = json.loads(statement)
    require(said["origin"] == origin, f"entry {entry} was signed for another log")
    for member, field in ALIKE.items():
        require(field not in leaf or said.get(member) == leaf[field], f"entry {entry} and its statement differ")
    voted = opened(openings, entry, "signature")
    require(voted is not None, f"the signature of entry {entry} is not open")
    voted = {"signature": voted} if isinstance(voted, str) else voted
    keys = keys_before(entry, leaves, openings)
    if leaf["kind"] == "ballot.cast":
        fitting = [key for name, key in keys.items() if name == voted.get("keyId") and key["seat"] == leaf["seat"]]
        fitting = [key for key in fitting if key["use"] == "ballot"]
    else:
        fitting = [key for key in keys.values() if key["use"] == "partner"]
    require(any(is_signed(statement, voted, key) for key in fitting), f"no key that counts signed entry {entry}")


def check_terms(terms, own, statements):
    activated = {leaf["agreementVersion"] for leaf in own.values() if leaf["kind"] == "agreement.activated"}
    require(activated <= {line["agreementVersion"] for line in terms}, "a version without its terms")
    for line in terms:
        hashed = {name: line[name] and log.sha256(line[name].encode()).hex() for name in ("terms", "sql", "prose")}
        about = {entry: leaf for entry, leaf in own.items() if leaf["agreementVersion"] == line["agreementVersion"]}
        for leaf in about.values():
            require(leaf.get("termsHash", hashed["terms"]) == hashed["terms"], "terms that nobody voted on")
        signed = [json.loads(statements[entry]) for entry in about if about[entry]["kind"] == "ballot.cast"]
        require(len(signed) > 0, "terms that nobody voted on")
        for said in signed:
            require((said["sqlHash"], said["proseHash"]) == (hashed["sql"], hashed["prose"]), "other texts were voted on")


def check_activated(own):
    """Section 8, number 5, of the one agreement."""
    for entry, leaf in own.items():
        if leaf["kind"] == "agreement.activated":
            padded = [own.get(number, {}) for number in range(1, entry + 1)]
            log.check_activations(padded)


def verify_package(data, keys, kinds, words):
    parts = read_parts(data)
    (head,), (said,) = parts["package"], parts["words"]
    require(said["lines"] == words, "other words")
    leaves = {}
    for line in sorted(parts["entry"] + parts["leaf"], key=lambda one: one["entry"]):
        require(line["entry"] not in leaves, "an entry twice")
        leaves[line["entry"]] = log.read_leaf(line["leaf"].encode(), kinds)
    size, root, origin = check_head(head, leaves, keys)
    check_range(head, parts["leaf"], size, root)
    for line in parts["entry"]:
        check_entry(line, leaves[line["entry"]], head, size, root)
    for line in parts["opening"]:
        leaf = leaves[line["entry"]]
        log.check_opening(leaf, line["opening"], log.slots_of(leaf, kinds))
    own = {entry: leaf for entry, leaf in leaves.items() if leaf.get("agreement") == head["agreement"]}
    require(len(own) > 0, "nothing is about this agreement")
    statements = {line["entry"]: line["statement"] for line in parts["statement"]}
    votes = {entry for entry, leaf in own.items() if leaf["kind"] in ("ballot.cast", "agreement.accepted")}
    require(set(statements) == votes, "a statement is missing, or is nobody's")
    for entry in sorted(votes):
        check_vote(entry, own[entry], statements, parts["opening"], leaves, origin)
    check_terms(parts["terms"], own, statements)
    check_activated(own)
    log.check_answers((entry, leaf) for entry, leaf in sorted(leaves.items()) if entry == 1 or entry in own)
    counted = log.count([leaf for entry, leaf in sorted(own.items()) if head["from"] <= entry <= head["through"]])
    units = {unit: {name: found[name] for name in ("answered", "refused", "rows")} for unit, found in counted["units"].items()}
    return {"agreement": head["agreement"], "entries": len(parts["leaf"]), "units": units}


def main(spec, arguments):
    text = pathlib.Path(spec).read_text("utf-8")
    kinds = log.read_kinds(text)
    words = re.search(r"^```text package-words\n(.*?)\n```$", text, re.MULTILINE | re.DOTALL)[1].split("\n")
    keys = None
    if arguments[:1] == ["--keys"]:
        keys, arguments = json.loads(pathlib.Path(arguments[1]).read_text("utf-8")), arguments[2:]
    for path in map(pathlib.Path, arguments):
        try:
            found = verify_package(path.read_bytes(), keys, kinds, words)
            print(json.dumps({"name": path.stem, "ok": True, **found}))
        except (Broken, ValueError, KeyError, TypeError, AttributeError, IndexError) as fault:
            print(json.dumps({"name": path.stem, "ok": False, "fault": str(fault) or type(fault).__name__}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
