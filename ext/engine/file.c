/* SPDX-License-Identifier: MIT
 *
 * L1: files below a folder that are sent to clients. A name is walked down from the
 * folder, part by part, and no part of it may be a symbolic link; where one is, the
 * system says where it all leads, and if that is below the folder, this is walked in
 * the same way. So nothing outside can be opened, whoever changes links meanwhile, on
 * every system alike. Only regular files are opened to be read; nothing here waits for
 * anything but the disk.
 *
 * Called by site.c and response.c.
 */
#include "internal.h"

#ifndef _WIN32 /* else no_unix.c */

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef O_PATH
#define O_PATH O_RDONLY
#endif

#define PART_MAX 256
#define WALK_FLAGS (O_PATH | O_DIRECTORY)
#define FILE_FLAGS (O_RDONLY | O_NONBLOCK | O_NOCTTY)

struct wsc_root *wsc_root_new(const char *path, int *error)
{
	size_t length = strlen(path);
	struct wsc_root *root = wsc_malloc(sizeof *root + length + 1);

	*error = ENOMEM;
	if (!root) {
		return NULL;
	}
	root->fd = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (root->fd < 0) {
		*error = errno;
		free(root);
		return NULL;
	}
	memcpy(root->path, path, length + 1);
	/* "/" is in front of every name already. */
	root->length = length > 0 && path[length - 1] == '/' ? length - 1 : length;
	return root;
}

void wsc_root_free(struct wsc_root *root)
{
	close(root->fd);
	free(root);
}

/* Opens what has this name, all parts of it being what they are. -1: errno. */
static int walk(int folder, const char *name)
{
	char part[PART_MAX];
	int above = folder;

	for (;;) {
		const char *slash = strchr(name, '/');
		size_t length = slash ? (size_t) (slash - name) : strlen(name);
		int error, fd;

		if (length >= sizeof part) {
			fd = -1;
			errno = ENAMETOOLONG;
		} else {
			memcpy(part, name, length);
			part[length] = '\0';
			fd = openat(above, part, (slash ? WALK_FLAGS : FILE_FLAGS) | O_NOFOLLOW | O_CLOEXEC);
		}
		error = errno;
		if (above != folder) {
			close(above);
		}
		errno = error;
		if (!slash || fd < 0) {
			return fd;
		}
		above = fd;
		name = slash + 1;
	}
}

/* Some part may be a link. */
static int walk_linked(const struct wsc_root *root, const char *name)
{
	char path[PATH_MAX], real[PATH_MAX];
	int length = snprintf(path, sizeof path, "%.*s/%s", (int) root->length, root->path, name);

	if (length < 0 || (size_t) length >= sizeof path || !realpath(path, real)) {
		return -1;
	}
	if (strncmp(real, root->path, root->length) != 0 || real[root->length] != '/') {
		errno = EXDEV;
		return -1;
	}
	return walk(root->fd, real + root->length + 1);
}

enum wsc_file_status wsc_root_find(const struct wsc_root *root, const char *name, struct wsc_file *file)
{
	struct stat stat;
	int fd = walk(root->fd, name);

	/* O_DIRECTORY says that of a link, too. */
	if (fd < 0 && (errno == ELOOP || errno == EMLINK || errno == ENOTDIR)) {
		fd = walk_linked(root, name);
	}
	if (fd < 0) {
		return errno == EMFILE || errno == ENFILE ? WSC_FILE_STARVED : WSC_FILE_NONE;
	}
	if (fstat(fd, &stat) != 0 || !S_ISREG(stat.st_mode)) {
		bool folder = S_ISDIR(stat.st_mode);

		close(fd);
		return folder ? WSC_FILE_FOLDER : WSC_FILE_NONE;
	}
	*file = (struct wsc_file){
		.fd = fd,
		.size = (uint64_t) stat.st_size,
		.inode = (uint64_t) stat.st_ino,
		.modified = (int64_t) stat.st_mtime,
#ifdef __APPLE__
		.nanoseconds = (uint32_t) stat.st_mtimespec.tv_nsec,
#else
		.nanoseconds = (uint32_t) stat.st_mtim.tv_nsec,
#endif
	};
	return WSC_FILE_FOUND;
}

bool wsc_file_read(int fd, uint64_t offset, char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t count = pread(fd, bytes, length, (off_t) offset);

		if (count < 0 && errno == EINTR) {
			continue;
		}
		if (count <= 0) {
			return false;
		}
		bytes += count;
		length -= (size_t) count;
		offset += (uint64_t) count;
	}
	return true;
}

void wsc_file_close(int fd)
{
	close(fd);
}

#endif
