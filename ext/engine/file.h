/* SPDX-License-Identifier: MIT
 *
 * L1: files below a folder. A part of internal.h, which includes it.
 */
#ifndef WSC_FILE_H
#define WSC_FILE_H

#include "wsc.h"

struct wsc_root {
	int fd;
	size_t length; /* of the path, without a slash at its end                          */
	char path[];   /* as realpath(3) has it                                             */
};

/* NULL: *error is the errno. */
struct wsc_root *wsc_root_new(const char *path, int *error);
void wsc_root_free(struct wsc_root *root);

/* An open one, of whoever has found it. */
struct wsc_file {
	int fd;
	uint64_t size;
	uint64_t inode;
	int64_t modified; /* seconds since 1970 … */
	uint32_t nanoseconds;
};

enum wsc_file_status {
	WSC_FILE_FOUND,
	WSC_FILE_FOLDER,
	WSC_FILE_NONE,   /* or it may not be read, or is no regular file */
	WSC_FILE_STARVED /* no descriptor is left                         */
};

/* `name` is one of wsc_path_decode(), and not that of a folder. */
enum wsc_file_status wsc_root_find(const struct wsc_root *root, const char *name, struct wsc_file *file);
bool wsc_file_read(int fd, uint64_t offset, char *bytes, size_t length); /* all of them, or false */
void wsc_file_close(int fd);

#endif
