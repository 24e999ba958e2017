#!/usr/bin/env bash
# The API with curl alone. Start the server with `npm start`, then: bash examples/curl.sh
set -euo pipefail
server=${YINZHENG_URL:-http://127.0.0.1:3000}
# One of the server's API_KEYS; anything where it has none.
key=${YINZHENG_API_KEY:-none}

post() {
  curl --silent --show-error --fail-with-body --no-buffer "$server$1" \
    --header "Authorization: Bearer $key" --header 'Content-Type: application/json' --data "$2"
  echo
}

# One answer with its citations.
post /v1/chat/completions '{"model":"yinzheng","messages":[{"role":"user","content":"国防部长会议在哪里举行？"}]}'
# The events of the Responses API as they come.
post /v1/responses '{"model":"yinzheng","input":"国防部长会议在哪里举行？","stream":true}'
# This server's own API: blocks, citations with offsets, passages.
post /api/chat '{"messages":[{"role":"user","content":"国防部长会议在哪里举行？"}]}'
