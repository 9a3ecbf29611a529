/* SPDX-License-Identifier: MIT
 *
 * L1: what a service manager that opens the sockets itself (systemd's socket
 * activation) tells the process in its environment. The variables are removed when
 * they are read, so that programs which the server starts do not take its sockets
 * for theirs. The descriptors are the business of socket.c.
 */
#include "internal.h"

#ifndef _WIN32 /* else no_unix.c */

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COUNT_MAX 1024 /* more descriptors no unit has */

/* The number that a variable holds; 0: there is none. */
static long number_in(const char *name, long most)
{
	const char *text = getenv(name);
	char *end;
	long number;

	if (!text || *text < '0' || *text > '9') {
		return 0;
	}
	errno = 0;
	number = strtol(text, &end, 10);
	return errno == 0 && *end == '\0' && number <= most ? number : 0;
}

bool wsc_activation_read(struct wsc_activation *activation)
{
	const char *names = getenv("LISTEN_FDNAMES");

	if (activation->read) {
		return true;
	}
	if (names) {
		size_t size = strlen(names) + 1;

		activation->names = wsc_malloc(size);
		if (!activation->names) {
			return false;
		}
		memcpy(activation->names, names, size);
	}
	activation->ours = number_in("LISTEN_PID", INT32_MAX) == (long) getpid();
	activation->count = (int) number_in("LISTEN_FDS", COUNT_MAX);
	activation->read = true;
	unsetenv("LISTEN_PID");
	unsetenv("LISTEN_FDS");
	unsetenv("LISTEN_FDNAMES");
	return true;
}

void wsc_activation_dtor(struct wsc_activation *activation)
{
	free(activation->names);
}

bool wsc_activation_is_named(const struct wsc_activation *activation, int n, struct wsc_slice name)
{
	const char *at = activation->names;
	size_t length;

	if (name.length == 0) {
		return true;
	}
	while (at && n-- > 0) {
		at = strchr(at, ':');
		at = at ? at + 1 : NULL;
	}
	length = at ? strcspn(at, ":") : 0;
	return length == name.length && memcmp(at, name.bytes, length) == 0;
}

#endif
