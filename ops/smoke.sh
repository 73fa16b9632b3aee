#!/usr/bin/env bash
# After a deployment: the api is ready, api and worker run the release of this commit, and a job goes through the queue.
# bash ops/smoke.sh API COMMIT, such as https://leakwatch-api-staging.fly.dev and 40 hexadecimal digits.
set -euo pipefail
api=$1 commit=$2

ask() { curl --fail --silent --show-error --retry 10 --retry-delay 3 --retry-all-errors --max-time 40 "$api$1"; }
names_commit() {
  local what=$1 answer=$2
  if [[ $answer != *"$commit"* ]]; then
    echo "smoke: $what answers $answer, which is not the release of commit $commit." >&2
    exit 1
  fi
  echo "smoke: $what $answer"
}

ask /health/ready
echo
names_commit "the api's /version" "$(ask /version)"
# A worker of that release has run a job that went through the queue and answered through the database.
names_commit "the worker by /health/worker" "$(ask /health/worker)"
