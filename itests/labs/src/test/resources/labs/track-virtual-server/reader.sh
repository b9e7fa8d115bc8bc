#!/bin/sh
# reader.sh FILE FIFO: copies the lines.
while read -r line; do
    echo "$line" >> "$1"
done < "$2"
