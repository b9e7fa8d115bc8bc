#!/bin/sh
# hang.sh FOLDER STATE: notes the state; as master it does not end.
echo "$2" >> "$1/told.txt"
[ "$2" = master ] && sleep 1000
exit 0
