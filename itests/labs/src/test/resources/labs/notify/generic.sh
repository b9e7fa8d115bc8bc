#!/bin/sh
# generic.sh FOLDER WORD...: notes the words.
folder=$1
shift
echo "$@" >> "$folder/generic.txt"
