package org.ninelives.linux.libc;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/**
 * Functions of the C library, mapped directly. Addresses are {@code long}, as on every 64-bit
 * Linux, so that a call makes no object; a result of -1 means {@link Errno#last}.
 *
 * <p>{@code syscall}, {@code prctl}, {@code fcntl}, {@code open} and {@code syslog} take a variable
 * number of arguments in C. On x86-64 and aarch64 integers travel in the same registers either way,
 * so they are declared with the number used here.
 */
public final class Libc {

    static {
        Native.register(Libc.class, NativeLibrary.getInstance("c"));
    }

    private Libc() {}

    public static native int socket(int domain, int type, int protocol);

    public static native int bind(int fd, long address, int addressLength);

    public static native int connect(int fd, long address, int addressLength);

    public static native int getsockname(int fd, long address, long addressLength);

    public static native int setsockopt(int fd, int level, int name, long value, int valueLength);

    public static native int getsockopt(int fd, int level, int name, long value, long valueLength);

    public static native long send(int fd, long bytes, long length, int flags);

    public static native long recv(int fd, long bytes, long length, int flags);

    public static native long recvfrom(
            int fd, long bytes, long length, int flags, long address, long addressLength);

    public static native int sendmmsg(int fd, long messages, int count, int flags);

    public static native int recvmmsg(int fd, long messages, int count, int flags, long timeout);

    public static native int epoll_create1(int flags);

    public static native int epoll_ctl(int epoll, int operation, int fd, long event);

    public static native int epoll_wait(int epoll, long events, int count, int timeoutMillis);

    public static native int ppoll(long fds, long count, long timeout, long signalMask);

    public static native int eventfd(int initial, int flags);

    public static native int signalfd(int fd, long signals, int flags);

    public static native int timerfd_create(int clock, int flags);

    public static native int timerfd_settime(int fd, int flags, long time, long before);

    public static native long read(int fd, long bytes, long length);

    public static native long write(int fd, long bytes, long length);

    public static native int close(int fd);

    public static native int pipe2(long twoFds, int flags);

    public static native int fcntl(int fd, int command, int argument);

    public static native int setsid();

    public static native long signal(int signal, long handler);

    public static native void openlog(long name, int options, int facility);

    public static native void syslog(int priority, long format, long text);

    public static native int prctl(int option, long a, long b, long c, long d);

    public static native int setpriority(int which, int who, int nice);

    public static native int sched_setscheduler(int thread, int policy, long parameters);

    public static native int sched_setaffinity(int thread, long maskLength, long mask);

    public static native int sched_getaffinity(int thread, long maskLength, long mask);

    public static native int mlockall(int flags);

    public static native int munlockall();

    public static native int open(String path, int flags);

    public static native int open(String path, int flags, int mode);

    public static native int setns(int fd, int type);

    public static native int inotify_init1(int flags);

    public static native int inotify_add_watch(int fd, String path, int events);

    public static native int inotify_rm_watch(int fd, int watch);

    public static native long syscall(long number, long a, long b, long c, long d, long e, long f);

    public static native int mkfifo(String path, int mode);

    public static native int fchown(int fd, int user, int group);

    public static native int kill(int process, int signal);

    public static native int umask(int mask);

    public static native int geteuid();

    public static native int getegid();

    public static native int getpwnam_r(
            long name, long entry, long memory, long memoryLength, long result);

    public static native int getpwuid_r(
            int user, long entry, long memory, long memoryLength, long result);

    public static native int getgrnam_r(
            long name, long entry, long memory, long memoryLength, long result);

    public static native int getgrouplist(long user, int group, long groups, long count);
}
