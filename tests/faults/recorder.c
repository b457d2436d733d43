/* Loaded before the C library of a writer: records every change to the files of one folder, in
   order and with its bytes, and can make the n-th of them fail. Linux; -D_GNU_SOURCE -shared -fPIC.

   The record is a stream of: kind (1 byte), number of the file (4), offset (8), length (4), bytes.
   Kinds: N a new file number with its path, W write, S sync, T truncate (offset = new length),
   U unlink (path), R rename ("old\0new"), L link ("old\0new"), F an opened folder with its path. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST 4096
#define EXPORTED __attribute__((visibility("default")))

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static char folder[PATH_MAX];
static size_t folder_length;
static int record = -1;
static int file_of[MOST];
static int next_file = 1;
static long counted, fail_at, fail_error;
static int fail_on, fail_short;

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static void put(char kind, uint32_t file, uint64_t offset, const void *bytes, uint32_t length) {
    unsigned char head[17];
    if (record < 0) return;
    head[0] = (unsigned char)kind;
    memcpy(head + 1, &file, 4);
    memcpy(head + 5, &offset, 8);
    memcpy(head + 13, &length, 4);
    struct iovec parts[2] = {{head, sizeof head}, {(void *)bytes, length}};
    syscall(SYS_writev, record, parts, length ? 2 : 1);
}

/* Whether this change is to fail: the n-th, or from the n-th on. Sets errno. */
static int fails(void) {
    counted++;
    if (fail_at && (counted == fail_at || (fail_on && counted > fail_at))) {
        errno = (int)fail_error;
        return 1;
    }
    return 0;
}

static int ours(const char *path) {
    return folder_length && strncmp(path, folder, folder_length) == 0 && path[folder_length] == '/';
}

static int is_acks(int fd) {
    return fd >= 0 && fd < MOST && file_of[fd] < 0;
}

static int watched(int fd) {
    return folder_length && fd >= 0 && fd < MOST && file_of[fd] != 0;
}

static void opened(int fd, const char *path) {
    char whole[PATH_MAX];
    struct stat said;
    if (fd < 0 || fd >= MOST || !folder_length) return;
    file_of[fd] = 0;
    if (!realpath(path, whole)) return;
    if (!ours(whole) && strcmp(whole, folder)) return;
    if (fstat(fd, &said)) return;
    file_of[fd] = next_file++;
    const char *name = strcmp(whole, folder) ? whole + folder_length + 1 : "";
    put(S_ISDIR(said.st_mode) ? 'F' : 'N', (uint32_t)file_of[fd], 0, name, (uint32_t)strlen(name));
    /* Acknowledgements are recorded and never fail. */
    if (!strcmp(name, "acks")) file_of[fd] = -file_of[fd];
}

EXPORTED void fault_begin(const char *where, const char *trace, long at, long error, int on, int cut) {
    pthread_mutex_lock(&guard);
    memset(file_of, 0, sizeof file_of);
    next_file = 1;
    counted = 0;
    fail_at = at;
    fail_error = error;
    fail_on = on;
    fail_short = cut;
    record = *trace ? (int)syscall(SYS_openat, AT_FDCWD, trace, O_CREAT | O_TRUNC | O_WRONLY, 0600) : -1;
    if (realpath(where, folder)) folder_length = strlen(folder);
    pthread_mutex_unlock(&guard);
}

EXPORTED long fault_count(void) { return counted; }

static int open_it(int directory, const char *path, int flags, mode_t mode) {
    int fd = (int)syscall(SYS_openat, directory, path, flags, mode);
    if (fd < 0) return fd;
    pthread_mutex_lock(&guard);
    opened(fd, path);
    pthread_mutex_unlock(&guard);
    return fd;
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }

EXPORTED int open(const char *path, int flags, ...) { MODE(flags) return open_it(AT_FDCWD, path, flags, mode); }
EXPORTED int open64(const char *path, int flags, ...) { MODE(flags) return open_it(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
EXPORTED int openat(int at, const char *path, int flags, ...) { MODE(flags) return open_it(at, path, flags, mode); }
EXPORTED int openat64(int at, const char *path, int flags, ...) { MODE(flags) return open_it(at, path, flags | O_LARGEFILE, mode); }

EXPORTED int close(int fd) {
    REAL(close);
    pthread_mutex_lock(&guard);
    if (fd >= 0 && fd < MOST) file_of[fd] = 0;
    pthread_mutex_unlock(&guard);
    return real(fd);
}

static ssize_t write_at(int fd, const void *bytes, size_t length, off64_t offset, int here) {
    ssize_t done = -1;
    pthread_mutex_lock(&guard);
    if (here) offset = lseek64(fd, 0, SEEK_CUR);
    size_t allowed = length;
    if (!is_acks(fd) && fails()) {
        if (!fail_short || length < 2) goto out;
        allowed = length / 2; /* a short write, as of a disk that has just become full */
    }
    done = here ? (ssize_t)syscall(SYS_write, fd, bytes, allowed)
                : (ssize_t)syscall(SYS_pwrite64, fd, bytes, allowed, offset);
    if (done > 0) put('W', (uint32_t)abs(file_of[fd]), (uint64_t)offset, bytes, (uint32_t)done);
out:
    pthread_mutex_unlock(&guard);
    return done;
}

EXPORTED ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
    return watched(fd) ? write_at(fd, bytes, length, offset, 0) : (ssize_t)syscall(SYS_pwrite64, fd, bytes, length, offset);
}
EXPORTED ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
    return watched(fd) ? write_at(fd, bytes, length, offset, 0) : (ssize_t)syscall(SYS_pwrite64, fd, bytes, length, offset);
}
EXPORTED ssize_t write(int fd, const void *bytes, size_t length) {
    return watched(fd) ? write_at(fd, bytes, length, 0, 1) : (ssize_t)syscall(SYS_write, fd, bytes, length);
}

static int sync_it(int fd, long number) {
    int done = -1;
    pthread_mutex_lock(&guard);
    if (is_acks(fd) || !fails()) {
        done = (int)syscall(number, fd);
        if (!done) put('S', (uint32_t)abs(file_of[fd]), 0, "", 0);
    }
    pthread_mutex_unlock(&guard);
    return done;
}

EXPORTED int fsync(int fd) { return watched(fd) ? sync_it(fd, SYS_fsync) : (int)syscall(SYS_fsync, fd); }
EXPORTED int fdatasync(int fd) { return watched(fd) ? sync_it(fd, SYS_fdatasync) : (int)syscall(SYS_fdatasync, fd); }

static int cut_it(int fd, off64_t length) {
    int done = -1;
    pthread_mutex_lock(&guard);
    if (!fails()) {
        done = (int)syscall(SYS_ftruncate, fd, length);
        if (!done) put('T', (uint32_t)abs(file_of[fd]), (uint64_t)length, "", 0);
    }
    pthread_mutex_unlock(&guard);
    return done;
}

EXPORTED int ftruncate(int fd, off_t length) { return watched(fd) ? cut_it(fd, length) : (int)syscall(SYS_ftruncate, fd, length); }
EXPORTED int ftruncate64(int fd, off64_t length) { return watched(fd) ? cut_it(fd, length) : (int)syscall(SYS_ftruncate, fd, length); }

static int whole_path(const char *path, char *whole) {
    char parent[PATH_MAX], *slash;
    if (!folder_length || strlen(path) >= sizeof parent) return 0;
    strcpy(parent, path);
    slash = strrchr(parent, '/');
    if (!slash) return 0;
    *slash = 0;
    if (!realpath(parent, whole)) return 0;
    strncat(whole, path + (slash - parent), PATH_MAX - strlen(whole) - 1);
    return ours(whole);
}

static void put_two(char kind, const char *one, const char *other) {
    char both[2 * PATH_MAX];
    size_t first = strlen(one) + 1, second = strlen(other);
    memcpy(both, one, first);
    memcpy(both + first, other, second);
    put(kind, 0, 0, both, (uint32_t)(first + second));
}

EXPORTED int unlink(const char *path) {
    char whole[PATH_MAX];
    int seen = whole_path(path, whole);
    int done = (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    if (!done && seen) {
        pthread_mutex_lock(&guard);
        put('U', 0, 0, whole + folder_length + 1, (uint32_t)strlen(whole + folder_length + 1));
        pthread_mutex_unlock(&guard);
    }
    return done;
}

EXPORTED int rename(const char *old, const char *new) {
    char first[PATH_MAX], second[PATH_MAX];
    int seen = whole_path(old, first) && whole_path(new, second);
    int done = (int)syscall(SYS_renameat2, AT_FDCWD, old, AT_FDCWD, new, 0);
    if (!done && seen) {
        pthread_mutex_lock(&guard);
        put_two('R', first + folder_length + 1, second + folder_length + 1);
        pthread_mutex_unlock(&guard);
    }
    return done;
}

EXPORTED int link(const char *old, const char *new) {
    char first[PATH_MAX], second[PATH_MAX];
    int seen = whole_path(old, first) && whole_path(new, second);
    int done = (int)syscall(SYS_linkat, AT_FDCWD, old, AT_FDCWD, new, 0);
    if (!done && seen) {
        pthread_mutex_lock(&guard);
        put_two('L', first + folder_length + 1, second + folder_length + 1);
        pthread_mutex_unlock(&guard);
    }
    return done;
}
