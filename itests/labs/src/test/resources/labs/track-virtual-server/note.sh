#!/bin/sh
# note.sh FOLDER WORD...: notes the words.
folder=$1
shift
echo "$@" >> "$folder/told.txt"
