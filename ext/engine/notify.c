/* SPDX-License-Identifier: MIT
 *
 * L3: what a service manager is told, as sd_notify(3) has it: datagrams to the socket
 * that NOTIFY_SOCKET names. READY=1 when the loop runs and a server listens,
 * WATCHDOG=1 twice in WATCHDOG_USEC as long as turns end, RELOADING=1 and STOPPING=1
 * when the embedder says so. Only the process that has said READY speaks; one that
 * it forks does not. Called by loop.c, whose sweep is its clock.
 */
#include "internal.h"

#ifndef _WIN32 /* else no_unix.c */

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#ifndef SOCK_CLOEXEC
#define SOCK_CLOEXEC 0 /* macOS, where nobody listens */
#define SOCK_NONBLOCK 0
#endif
#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif

#define INTERVAL_MIN 10000 /* no more than a hundred sweeps a second */

/* The number that a variable holds; 0: there is none. */
static uint64_t number_in(const char *name)
{
	const char *text = getenv(name);
	uint64_t number = 0;

	for (; text && *text >= '0' && *text <= '9' && number < UINT64_MAX / 100; text++) {
		number = number * 10 + (uint64_t) (*text - '0');
	}
	return text && *text == '\0' ? number : 0;
}

/* Where to; 0: nowhere. A name with @ is in the abstract namespace, and ends where it ends. */
static socklen_t manager_address(struct sockaddr_un *address)
{
	const char *name = getenv("NOTIFY_SOCKET");
	size_t length = name ? strlen(name) : 0;

	if (length < 2 || length >= sizeof address->sun_path || (name[0] != '/' && name[0] != '@')) {
		return 0;
	}
	memset(address, 0, sizeof *address);
	address->sun_family = AF_UNIX;
	memcpy(address->sun_path, name, length);
	if (name[0] == '@') {
		address->sun_path[0] = '\0';
	} else {
		length++;
	}
	return (socklen_t) (offsetof(struct sockaddr_un, sun_path) + length);
}

static void tell(const char *state)
{
	struct sockaddr_un address;
	socklen_t length = manager_address(&address);
	int fd = length ? socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0) : -1;

	if (fd < 0) {
		return;
	}
	/* Who does not listen need not know. */
	while (sendto(fd, state, strlen(state), MSG_NOSIGNAL, (struct sockaddr *) &address, length) < 0 && errno == EINTR) {
	}
	close(fd);
}

static bool listens(const struct wsc_loop *loop)
{
	const struct wsc_list *node;

	for (node = loop->servers.next; node != &loop->servers; node = node->next) {
		if (wsc_server_listens(WSC_CONTAINER(node, struct wsc_server, siblings))) {
			return true;
		}
	}
	return false;
}

/* Half of what the manager waits for, if it is us that it waits for. */
static wsc_time watchdog_interval(void)
{
	uint64_t limit = number_in("WATCHDOG_USEC");
	uint64_t pid = number_in("WATCHDOG_PID");

	if (limit == 0 || (getenv("WATCHDOG_PID") && pid != (uint64_t) getpid())) {
		return 0;
	}
	return limit / 2 > INTERVAL_MIN ? (wsc_time) (limit / 2) : INTERVAL_MIN;
}

static bool is_ours(const struct wsc_loop *loop)
{
	return loop->notify.owner != 0 && loop->notify.owner == getpid();
}

void wsc_notify_sweep(struct wsc_loop *loop, wsc_time now)
{
	struct wsc_notify *notify = &loop->notify;

	if (notify->owner == 0 && listens(loop)) {
		notify->owner = getpid();
		notify->interval = watchdog_interval();
		notify->next = now;
		tell("READY=1");
	}
	if (notify->interval != 0 && now >= notify->next && is_ours(loop)) {
		notify->next = now + notify->interval;
		tell("WATCHDOG=1");
	}
}

void wsc_loop_notify_reloading(struct wsc_loop *loop)
{
	char text[64];

	if (is_ours(loop)) {
		snprintf(text, sizeof text, "RELOADING=1\nMONOTONIC_USEC=%" PRIu64, (uint64_t) wsc_timer_clock());
		tell(text);
	}
}

void wsc_loop_notify_ready(struct wsc_loop *loop)
{
	if (is_ours(loop)) {
		tell("READY=1");
	}
}

void wsc_loop_notify_stopping(struct wsc_loop *loop)
{
	if (is_ours(loop) && !loop->notify.stopping) {
		loop->notify.stopping = true;
		tell("STOPPING=1");
	}
}

#endif
