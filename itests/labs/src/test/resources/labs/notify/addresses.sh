#!/bin/sh
# addresses.sh FOLDER: takes a while, then notes the event and whether the address is there.
sleep 1
ip addr show dev eth0 | grep -q 10.0.0.44 && there=there || there=gone
echo "$NINELIVES_EVENT $NINELIVES_STATE address $there" >> "$1/addresses.txt"
