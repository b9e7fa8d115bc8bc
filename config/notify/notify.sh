#!/bin/sh
# notify.sh master|backup|fault|stop|pre-stop: one line in the system log for each change.
# The variables are an extension of Ninelives; with keepalived they are empty.
case "$1" in
    master | backup | fault | stop | pre-stop)
        logger -t notify "$NINELIVES_NAME is $1 now, was $NINELIVES_PREVIOUS_STATE: $NINELIVES_REASON"
        ;;
    *)
        echo "Usage: $(basename "$0") {master|backup|fault|stop|pre-stop}" >&2
        exit 1
        ;;
esac
