/*
 * Preloaded into a daemon that does not check servers without IPVS in the kernel: the socket
 * options of IPVS (linux/ip_vs.h) succeed and do nothing. Only for measuring checks.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <linux/ip_vs.h>

int getsockopt(int fd, int level, int name, void *value, socklen_t *length)
{
    if (level == IPPROTO_IP && name >= IP_VS_BASE_CTL && name <= IP_VS_SO_GET_MAX) {
        struct ip_vs_getinfo info = {.version = 0x010201, .size = 4096};
        memset(value, 0, *length);
        if (name == IP_VS_SO_GET_INFO)
            memcpy(value, &info, sizeof info);
        return 0;
    }
    int (*next)(int, int, int, void *, socklen_t *) = dlsym(RTLD_NEXT, "getsockopt");
    return next(fd, level, name, value, length);
}

int setsockopt(int fd, int level, int name, const void *value, socklen_t length)
{
    if (level == IPPROTO_IP && name >= IP_VS_BASE_CTL && name <= IP_VS_SO_SET_MAX)
        return 0;
    int (*next)(int, int, int, const void *, socklen_t) = dlsym(RTLD_NEXT, "setsockopt");
    return next(fd, level, name, value, length);
}
