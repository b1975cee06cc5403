#!/usr/bin/env bash
# One made-up report by curl: saved twice under one Idempotency-Key, then sent with the If-Match of the version that was seen.
# Needs a rehearsal (npm start) and a token:
#
#   PARS_URL=http://localhost:7277 BOOKING_OFFICER=$(npx pars token booking-officer) bash docs/examples/report-arrest.sh
set -euo pipefail
url=${PARS_URL:-http://localhost:7277}
token=${BOOKING_OFFICER:?Set BOOKING_OFFICER to a token: see the head of this file.}

# call METHOD PATH BODY [HEADER ...]: prints the answer, then the status on a line of its own.
call() {
  local method=$1 path=$2 body=$3
  shift 3
  local headers=()
  for header in "$@"; do headers+=(--header "$header"); done
  curl --silent --show-error --request "$method" "$url$path" --write-out '\n%{http_code}\n' \
    --header "authorization: Bearer $token" --header 'content-type: application/json' ${headers[@]+"${headers[@]}"} \
    --data "$body"
}
# member NAME: a member of a flat answer. A real program parses JSON.
member() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" | head -n 1; }

# A rehearsal has a clock of its own.
now=$(curl --silent --show-error "$url/api/city" | member now)
yesterday=$(date -u -d "${now%T*} -1 day" +%F 2>/dev/null || date -u -j -v-1d -f %Y-%m-%d "${now%T*}" +%F)
serial=$(printf '%06d' $((RANDOM % 1000000)))
dc="${yesterday%%-*}25$serial"
key="example-$dc-$$"

report=$(cat <<JSON
{
  "intakeNumber": "$key",
  "personId": null,
  "person": {
    "names": [{ "kind": "stated", "last": "Quill", "first": "Marisol", "middle": null, "suffix": null }],
    "bornOn": "1992-04-17", "sex": "female", "race": "unknown", "ethnicity": "unknown",
    "countryOfBirth": { "kind": "not-asked" }, "ssn": null,
    "addresses": [{ "line": "100 Example Street", "city": "Philadelphia", "state": "PA", "zip": "19100" }],
    "interpreterLanguage": null, "policeNumber": null, "photoReference": null
  },
  "arrestedAt": "$now", "place": "2900 block Example Avenue", "district": "25",
  "bookingSite": "Divisional Booking Center East", "officers": [{ "badge": "4417", "name": "Officer R. Farrow" }],
  "basis": "sight", "warrantNumber": null, "incidents": ["$dc"], "otn": null,
  "charges": [{
    "statute": "0 § 0 §§ 0", "description": "Example offense", "grade": "M1", "counts": 1,
    "offenseOn": "$yesterday", "dcNumber": "$dc"
  }],
  "narrative": "A made-up report by an example script.", "domesticViolence": false, "directFile": null,
  "victimsAndWitnesses": []
}
JSON
)

saved=$(call POST /api/arrests/drafts "$report" "idempotency-key: $key")
again=$(call POST /api/arrests/drafts "$report" "idempotency-key: $key")
arrest=$(member arrestId <<<"$saved")
version=$(member version <<<"$saved")
echo "saved        $arrest as version $version (status ${saved##*$'\n'})"
[ "$(member entryId <<<"$saved")" = "$(member entryId <<<"$again")" ]
echo "saved again  the same entry: one arrest, recorded once"

stale=$(call POST "/api/arrests/drafts/$arrest/send" '{}' 'if-match: "999"')
echo "sent stale   ${stale##*$'\n'} $(member reason <<<"$stale")"
sent=$(call POST "/api/arrests/drafts/$arrest/send" '{}' "if-match: \"$version\"" "idempotency-key: $key-send")
echo "sent         version $(member version <<<"$sent"), entry $(member entryId <<<"$sent") (status ${sent##*$'\n'})"
