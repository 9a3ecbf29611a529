/* SPDX-License-Identifier: MIT
 *
 * L2: signal.c, watch.c, file.c, activation.c and notify.c of a Windows. It has no
 * signals that a server is sent, no set of other people's descriptors that libevent can
 * wait for, no openat(), and no systemd. What asks for them is told so with ENOSYS; the
 * bell, which other parts need, is a pair of sockets.
 */
#include "internal.h"

#ifdef _WIN32

#include "sockets.h"

#include <string.h>

/* ---- the bell ---------------------------------------------------------------------- */

static void on_bell(evutil_socket_t fd, short events, void *arg)
{
	struct wsc_loop *loop = arg;
	char rings[512];

	(void) events;
	recv((SOCKET) fd, rings, sizeof rings, 0);
	loop->signals.rung = true;
}

bool wsc_loop_hang_bell(struct wsc_loop *loop)
{
	struct wsc_signals *signals = &loop->signals;
	evutil_socket_t ends[2];

	if (signals->bell >= 0) {
		return true;
	}
	if (evutil_socketpair(AF_INET, SOCK_STREAM, 0, ends) != 0) {
		errno = wsc_socket_error();
		return false;
	}
	evutil_make_socket_nonblocking(ends[0]);
	evutil_make_socket_nonblocking(ends[1]);
	signals->ear = (int) ends[0];
	signals->bell = (int) ends[1];
	signals->event = event_new(loop->base, signals->ear, EV_READ | EV_PERSIST, on_bell, loop);
	if (!signals->event || event_add(signals->event, NULL) != 0) {
		wsc_signal_clear(loop);
		errno = ENOMEM;
		return false;
	}
	return true;
}

void wsc_loop_ring(struct wsc_loop *loop)
{
	if (loop->signals.bell >= 0) {
		send((SOCKET) loop->signals.bell, "", 1, 0);
	}
}

/* ---- signals ----------------------------------------------------------------------- */

enum wsc_status wsc_signal_catch(struct wsc_loop *loop, int number, int *error)
{
	(void) loop;
	(void) number;
	*error = ENOSYS;
	return WSC_SYSTEM;
}

bool wsc_signal_catch_once(struct wsc_loop *loop, int number)
{
	(void) loop;
	(void) number;
	return false;
}

void wsc_signal_release_once(struct wsc_loop *loop, int number)
{
	(void) loop;
	(void) number;
}

void wsc_signal_loosen(struct wsc_loop *loop, int number)
{
	(void) loop;
	(void) number;
}

void wsc_signal_release(struct wsc_loop *loop, int number)
{
	(void) loop;
	(void) number;
}

void wsc_signal_init(struct wsc_signals *signals)
{
	signals->bell = -1;
}

void wsc_signal_clear(struct wsc_loop *loop)
{
	struct wsc_signals *signals = &loop->signals;

	if (signals->event) {
		event_free(signals->event);
		signals->event = NULL;
	}
	if (signals->bell >= 0) {
		evutil_closesocket(signals->ear);
		evutil_closesocket(signals->bell);
		signals->bell = -1;
	}
}

void wsc_signal_follow_fork(struct wsc_loop *loop)
{
	(void) loop;
}

bool wsc_signal_any(const struct wsc_loop *loop)
{
	(void) loop;
	return false;
}

bool wsc_signal_due(const struct wsc_loop *loop)
{
	(void) loop;
	return false;
}

void wsc_signal_run(struct wsc_loop *loop)
{
	loop->signals.rung = false;
}

/* ---- descriptors of others ----------------------------------------------------------- */

struct wsc_watch *wsc_watch_new(struct wsc_loop *loop, int fd, enum wsc_direction direction,
                                wsc_watch_callback callback, wsc_watch_callback drop, void *arg, int *error)
{
	(void) loop;
	(void) fd;
	(void) direction;
	(void) callback;
	(void) drop;
	(void) arg;
	*error = ENOSYS;
	return NULL;
}

/* Nobody has one. */
void wsc_watch_drop(struct wsc_watch *watch)
{
	(void) watch;
}

void wsc_watch_mark(struct wsc_watch *watch)
{
	(void) watch;
}

void wsc_watch_init(struct wsc_watches *watches)
{
	watches->set = -1;
}

void wsc_watch_clear(struct wsc_loop *loop)
{
	(void) loop;
}

void wsc_watch_follow_fork(struct wsc_loop *loop)
{
	(void) loop;
}

bool wsc_watch_any(const struct wsc_loop *loop)
{
	(void) loop;
	return false;
}

bool wsc_watch_due(const struct wsc_loop *loop)
{
	(void) loop;
	return false;
}

void wsc_watch_run(struct wsc_loop *loop)
{
	(void) loop;
}

/* ---- files below a folder -------------------------------------------------------------- */

struct wsc_root *wsc_root_new(const char *path, int *error)
{
	(void) path;
	*error = ENOSYS;
	return NULL;
}

/* Nobody has one. */
void wsc_root_free(struct wsc_root *root)
{
	(void) root;
}

enum wsc_file_status wsc_root_find(const struct wsc_root *root, const char *name, struct wsc_file *file)
{
	(void) root;
	(void) name;
	(void) file;
	return WSC_FILE_NONE;
}

bool wsc_file_read(int fd, uint64_t offset, char *bytes, size_t length)
{
	(void) fd;
	(void) offset;
	(void) bytes;
	(void) length;
	return false;
}

void wsc_file_close(int fd)
{
	(void) fd;
}

/* ---- the service manager ------------------------------------------------------------------ */

bool wsc_activation_read(struct wsc_activation *activation)
{
	memset(activation, 0, sizeof *activation);
	activation->read = true;
	return true;
}

void wsc_activation_dtor(struct wsc_activation *activation)
{
	(void) activation;
}

bool wsc_activation_is_named(const struct wsc_activation *activation, int n, struct wsc_slice name)
{
	(void) activation;
	(void) n;
	(void) name;
	return false;
}

void wsc_notify_sweep(struct wsc_loop *loop, wsc_time now)
{
	(void) loop;
	(void) now;
}

void wsc_loop_notify_reloading(struct wsc_loop *loop)
{
	(void) loop;
}

void wsc_loop_notify_ready(struct wsc_loop *loop)
{
	(void) loop;
}

void wsc_loop_notify_stopping(struct wsc_loop *loop)
{
	(void) loop;
}

#endif
