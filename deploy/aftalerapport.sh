#!/bin/sh
# The operator's commands, run as the service's own user with its settings: no file of the archive becomes root's, and
# nobody needs to read the password of the database.
#   install -m 755 deploy/aftalerapport.sh /usr/local/sbin/aftalerapport
# Installed under another name it works for the service with that name (docs/drift.md: one for each municipality).
name=$(basename "$0")
exec systemd-run --quiet --pipe --wait --collect --service-type=exec \
    --uid="$name" \
    --property=EnvironmentFile="/etc/$name.env" \
    --property=StateDirectory="$name" --property=StateDirectoryMode=0700 --property=UMask=0077 \
    --property=WorkingDirectory="-$PWD" \
    --setenv=AFTALERAPPORT_CACHE= --setenv=COLUMNS="${COLUMNS:-}" --setenv=TERM="${TERM:-dumb}" --setenv=LANG=C.UTF-8 \
    /srv/aftalerapport/bin/aftalerapport "$@"
