/*
 * A ptrace(2) for user-mode Linux, preloaded, that gets and sets the whole extended state of the CPU.
 *
 * User-mode Linux 6.1 keeps 2696 bytes of that state for each thread. On a CPU with AMX the state has 11008 bytes,
 * and the machine's kernel refuses to set less (EFAULT); user-mode Linux then panics at its first process. Here a
 * set is filled up with zeros, and the components for which there was no room are marked as unused.
 * Sizes and offsets: CPUID leaf 0xd; layout: Intel SDM volume 1, section 13.4 (XSAVE area).
 */
#define _GNU_SOURCE
#include <cpuid.h>
#include <dlfcn.h>
#include <elf.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { PRESENT_COMPONENTS = 512, X87_AND_SSE = 3, COMPONENTS = 63 };

static unsigned char area[64 * 1024] __attribute__((aligned(64)));

/* The components that lie wholly within the first bytes of the area. */
static uint64_t components_within(size_t bytes) {
    static size_t known_bytes;
    static uint64_t known;
    if (bytes != known_bytes) {
        known = X87_AND_SSE;
        for (unsigned i = 2; i < COMPONENTS; i++) {
            unsigned size, offset, c, d;
            __cpuid_count(0xd, i, size, offset, c, d);
            if (size && offset + (size_t)size <= bytes)
                known |= 1ull << i;
        }
        known_bytes = bytes;
    }
    return known;
}

static void keep_components_within(size_t bytes) {
    uint64_t present;
    memcpy(&present, area + PRESENT_COMPONENTS, sizeof present);
    present &= components_within(bytes);
    memcpy(area + PRESENT_COMPONENTS, &present, sizeof present);
}

static long transfer(int get, pid_t pid, void *type, struct iovec *theirs) {
    static size_t whole;
    if (get || !whole) {
        struct iovec all = {area, sizeof area};
        if (syscall(SYS_ptrace, PTRACE_GETREGSET, pid, type, &all) < 0)
            return -1;
        whole = all.iov_len;
    }
    size_t bytes = theirs->iov_len < whole ? theirs->iov_len : whole;
    if (get) {
        keep_components_within(bytes);
        memcpy(theirs->iov_base, area, bytes);
        theirs->iov_len = bytes;
        return 0;
    }
    memcpy(area, theirs->iov_base, bytes);
    memset(area + bytes, 0, whole - bytes);
    keep_components_within(bytes);
    struct iovec all = {area, whole};
    return syscall(SYS_ptrace, PTRACE_SETREGSET, pid, type, &all);
}

long ptrace(enum __ptrace_request request, ...) {
    static long (*real)(enum __ptrace_request, pid_t, void *, void *);
    va_list arguments;
    va_start(arguments, request);
    pid_t pid = va_arg(arguments, pid_t);
    void *address = va_arg(arguments, void *);
    void *data = va_arg(arguments, void *);
    va_end(arguments);

    int get = request == PTRACE_GETREGSET;
    if ((get || request == PTRACE_SETREGSET) && (uintptr_t)address == NT_X86_XSTATE)
        return transfer(get, pid, address, data);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "ptrace");
    return real(request, pid, address, data);
}
