#!/bin/sh
# slow.sh FOLDER STATE: takes its time, and notes beginning, state and end.
echo "begin" >> "$1/slow.txt"
sleep 2
echo "$NINELIVES_PREVIOUS_STATE $2 $NINELIVES_PRIORITY $NINELIVES_VIPS" >> "$1/slow.txt"
echo "end" >> "$1/slow.txt"
