/* SPDX-License-Identifier: MIT
 *
 * L1: a set of descriptors that the kernel keeps, itself a descriptor that libevent
 * can wait for: epoll on Linux, kqueue on macOS and the BSDs, which answers here as
 * epoll does. For watch.c alone; nothing here waits. What can't be waited for, as it
 * is a file or a folder, is refused with EPERM, what is in the set already with EEXIST.
 */
#ifndef WSC_POLLSET_H
#define WSC_POLLSET_H

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <unistd.h>

enum wsc_pollset_change {
	WSC_POLLSET_ADD,
	WSC_POLLSET_MODIFY,
	WSC_POLLSET_REMOVE
};

#ifdef __linux__

#include <sys/epoll.h>

#define WSC_POLL_READ EPOLLIN
#define WSC_POLL_WRITE EPOLLOUT
#define WSC_POLL_ENDED (EPOLLERR | EPOLLHUP)

/* How many events one descriptor may have at once. */
#define WSC_POLLSET_EVENTS_EACH 1
/* Has a forked child the set, too? */
#define WSC_POLLSET_INHERITED true

typedef struct epoll_event wsc_pollset_event;

/* -1: errno */
static inline int wsc_pollset_open(void)
{
	return epoll_create1(EPOLL_CLOEXEC);
}

/* -1: errno. Whoever polls gets the number and the generation back. */
static inline int wsc_pollset_change(int set, enum wsc_pollset_change change, int fd, uint32_t generation,
                                     uint32_t events)
{
	static const int operations[] = {EPOLL_CTL_ADD, EPOLL_CTL_MOD, EPOLL_CTL_DEL};
	struct epoll_event event = {.events = events};

	event.data.u64 = (uint64_t) generation << 32 | (uint32_t) fd;
	return epoll_ctl(set, operations[change], fd, &event);
}

/* What has come, without waiting. */
static inline int wsc_pollset_poll(int set, wsc_pollset_event *events, int room)
{
	return epoll_wait(set, events, room, 0);
}

static inline uint32_t wsc_pollset_number(const wsc_pollset_event *event)
{
	return (uint32_t) event->data.u64;
}

static inline uint32_t wsc_pollset_generation(const wsc_pollset_event *event)
{
	return (uint32_t) (event->data.u64 >> 32);
}

static inline uint32_t wsc_pollset_events(const wsc_pollset_event *event)
{
	return event->events;
}

#else

#include <event2/util.h>
#include <sys/types.h>

#include <sys/event.h>
#include <sys/stat.h>
#include <sys/time.h>

#define WSC_POLL_READ 1u
#define WSC_POLL_WRITE 2u
/* Each direction says for itself that its end has come. */
#define WSC_POLL_ENDED 0u

#define WSC_POLLSET_EVENTS_EACH 2
#define WSC_POLLSET_INHERITED false

typedef struct kevent wsc_pollset_event;

static inline int wsc_pollset_open(void)
{
	int set = kqueue();

	if (set >= 0) {
		evutil_make_socket_closeonexec(set);
	}
	return set;
}

/* One filter, one flag. */
static inline int wsc_pollset_apply(int set, int fd, int filter, unsigned flags, uint32_t generation)
{
	struct kevent event;

	EV_SET(&event, (uintptr_t) fd, (short) filter, (unsigned short) flags, 0, 0, (void *) (uintptr_t) generation);
	return kevent(set, &event, 1, NULL, 0, NULL);
}

/* EV_ENABLE changes nothing about a filter that is there, and fails for another. */
static inline bool wsc_pollset_has(int set, int fd)
{
	return wsc_pollset_apply(set, fd, EVFILT_READ, EV_ENABLE, 0) == 0 ||
	       wsc_pollset_apply(set, fd, EVFILT_WRITE, EV_ENABLE, 0) == 0;
}

/* kqueue says of a file how much is left, and nothing at its end. */
static inline bool wsc_pollset_is_file(int fd)
{
	struct stat status;

	return fstat(fd, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
}

static inline int wsc_pollset_change(int set, enum wsc_pollset_change change, int fd, uint32_t generation,
                                     uint32_t events)
{
	static const struct {
		int filter;
		uint32_t event;
	} directions[] = {{EVFILT_READ, WSC_POLL_READ}, {EVFILT_WRITE, WSC_POLL_WRITE}};
	int i;

	if (change == WSC_POLLSET_ADD && wsc_pollset_is_file(fd)) {
		errno = EPERM;
		return -1;
	}
	if (change == WSC_POLLSET_ADD && wsc_pollset_has(set, fd)) {
		errno = EEXIST;
		return -1;
	}
	for (i = 0; i < 2; i++) {
		if (events & directions[i].event) {
			if (wsc_pollset_apply(set, fd, directions[i].filter, EV_ADD, generation) != 0) {
				return -1;
			}
		} else if (wsc_pollset_apply(set, fd, directions[i].filter, EV_DELETE, 0) != 0 && errno != ENOENT) {
			return -1;
		}
	}
	return 0;
}

static inline int wsc_pollset_poll(int set, wsc_pollset_event *events, int room)
{
	static const struct timespec at_once = {0, 0};

	return kevent(set, NULL, 0, events, room, &at_once);
}

static inline uint32_t wsc_pollset_number(const wsc_pollset_event *event)
{
	return (uint32_t) event->ident;
}

static inline uint32_t wsc_pollset_generation(const wsc_pollset_event *event)
{
	return (uint32_t) (uintptr_t) event->udata;
}

static inline uint32_t wsc_pollset_events(const wsc_pollset_event *event)
{
	return event->filter == EVFILT_READ ? WSC_POLL_READ : WSC_POLL_WRITE;
}

#endif
#endif
