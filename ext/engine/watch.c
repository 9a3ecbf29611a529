/* SPDX-License-Identifier: MIT
 *
 * L2: descriptors that belong to somebody else, whom the loop tells when they
 * can be read or written. They are in a kernel set of their own, of which
 * libevent sees one descriptor: their owner may close them at any time, and the
 * number be that of a connection or of another watch at once, so nothing here
 * may go by the number alone. What the set can't wait for (a regular file) is
 * always ready. Never reads, writes or closes what it watches. Called by the
 * binding, and by the turn.
 */
#include "internal.h"

#ifndef _WIN32 /* else no_unix.c */

#include "pollset.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static const uint32_t wanted[2] = {WSC_POLL_READ, WSC_POLL_WRITE};

/* ---- the set ------------------------------------------------------------------- */

static void on_set(evutil_socket_t fd, short events, void *arg)
{
	struct wsc_loop *loop = arg;

	(void) fd;
	(void) events;
	loop->watches.woken = true;
}

static void close_set(struct wsc_watches *watches)
{
	if (watches->event) {
		event_free(watches->event);
		watches->event = NULL;
	}
	/* Where a child has not got it, its number may be something else by now. */
	if (watches->set >= 0 && (WSC_POLLSET_INHERITED || watches->owner == getpid())) {
		close(watches->set);
	}
	watches->set = -1;
}

/* false: errno says why. */
static bool open_set(struct wsc_loop *loop)
{
	struct wsc_watches *watches = &loop->watches;

	watches->set = wsc_pollset_open();
	if (watches->set < 0) {
		return false;
	}
	watches->owner = getpid();
	watches->event = event_new(loop->base, watches->set, EV_READ | EV_PERSIST, on_set, loop);
	if (!watches->event || event_add(watches->event, NULL) != 0) {
		close_set(watches);
		errno = ENOMEM;
		return false;
	}
	return true;
}

static int control(const struct wsc_watches *watches, enum wsc_pollset_change change,
                   const struct wsc_descriptor *descriptor, uint32_t events)
{
	return wsc_pollset_change(watches->set, change, descriptor->fd, descriptor->generation, events);
}

static uint32_t events_of(const struct wsc_descriptor *descriptor)
{
	return (wsc_list_empty(&descriptor->watches[WSC_READ]) ? 0 : wanted[WSC_READ]) |
	       (wsc_list_empty(&descriptor->watches[WSC_WRITE]) ? 0 : wanted[WSC_WRITE]);
}

/* ---- descriptors ------------------------------------------------------------------ */

static bool make_room(struct wsc_watches *watches, int fd)
{
	size_t room = watches->room ? watches->room : 32;
	struct wsc_descriptor **grown;

	if ((size_t) fd < watches->room) {
		return true;
	}
	while (room <= (size_t) fd) {
		room *= 2;
	}
	grown = wsc_realloc(watches->descriptors, room * sizeof *grown);
	if (!grown) {
		return false;
	}
	while (watches->room < room) {
		grown[watches->room++] = NULL;
	}
	watches->descriptors = grown;
	return true;
}

/* The events of a whole turn come in one call, so that the order is ours. */
static bool make_room_for_events(struct wsc_watches *watches)
{
	size_t room = watches->event_room ? watches->event_room * 2 : 16;
	wsc_pollset_event *grown;

	if ((watches->count + 1) * WSC_POLLSET_EVENTS_EACH <= watches->event_room) {
		return true;
	}
	grown = wsc_realloc(watches->events, room * sizeof *grown);
	if (!grown) {
		return false;
	}
	watches->events = grown;
	watches->event_room = room;
	return true;
}

static struct wsc_descriptor *descriptor_new(struct wsc_watches *watches, int fd)
{
	struct wsc_descriptor *descriptor;

	if (!make_room(watches, fd) || !make_room_for_events(watches)) {
		return NULL;
	}
	descriptor = wsc_calloc(1, sizeof *descriptor);
	if (!descriptor) {
		return NULL;
	}
	descriptor->fd = fd;
	descriptor->generation = ++watches->generation;
	wsc_list_init(&descriptor->watches[WSC_READ]);
	wsc_list_init(&descriptor->watches[WSC_WRITE]);
	watches->descriptors[fd] = descriptor;
	watches->count++;
	return descriptor;
}

/* Nobody watches it any more. */
static void descriptor_free(struct wsc_watches *watches, struct wsc_descriptor *descriptor)
{
	if (watches->descriptors[descriptor->fd] == descriptor) {
		watches->descriptors[descriptor->fd] = NULL;
	}
	if (descriptor->always) {
		watches->always--;
	} else if (descriptor->events != 0) {
		control(watches, WSC_POLLSET_REMOVE, descriptor, 0); /* fails if it was closed meanwhile */
	}
	watches->count--;
	free(descriptor);
}

/* Puts it into the set. false: errno says why. */
static bool descriptor_add(struct wsc_loop *loop, struct wsc_descriptor *descriptor, uint32_t events)
{
	struct wsc_watches *watches = &loop->watches;

	if (watches->set < 0 && !open_set(loop)) {
		return false;
	}
	if (control(watches, WSC_POLLSET_ADD, descriptor, events) == 0) {
		descriptor->events = events;
	} else if (errno == EPERM) {
		descriptor->always = true;
		watches->always++;
	} else {
		return false;
	}
	return true;
}

/* ---- watches ---------------------------------------------------------------------- */

static void destroy(struct wsc_watch *watch)
{
	if (watch->drop) {
		watch->drop(watch, watch->arg);
	}
	free(watch);
}

/* Out of everything; its descriptor is looked after by the caller. */
static void detach(struct wsc_watch *watch)
{
	struct wsc_watches *watches = &watch->loop->watches;

	wsc_list_remove(&watch->beside);
	wsc_list_remove(&watch->siblings);
	wsc_list_remove(&watch->ready);
	if (watch->marked) {
		watch->marked = false;
		watches->marked--;
	}
	watch->descriptor = NULL;
}

/* All of a descriptor that is gone. Their `drop` waits for the next turn: it may
 * run user code, and that come back here. */
static void abandon(struct wsc_watches *watches, struct wsc_descriptor *descriptor)
{
	int direction;

	for (direction = 0; direction < 2; direction++) {
		struct wsc_list *node;

		while ((node = wsc_list_shift(&descriptor->watches[direction]))) {
			struct wsc_watch *watch = WSC_CONTAINER(node, struct wsc_watch, beside);

			detach(watch);
			wsc_list_push(&watches->gone, &watch->siblings);
		}
	}
	descriptor_free(watches, descriptor);
}

/* A new set with what is watched: the old one is the parent's, or knows an open
 * file that can't be taken out any more, as no descriptor of ours refers to it. */
static void renew_set(struct wsc_loop *loop)
{
	struct wsc_watches *watches = &loop->watches;
	size_t i;

	close_set(watches);
	watches->woken = false;
	for (i = 0; i < watches->room; i++) {
		struct wsc_descriptor *descriptor = watches->descriptors[i];

		if (!descriptor || descriptor->always) {
			continue;
		}
		descriptor->events = 0;
		if (!descriptor_add(loop, descriptor, events_of(descriptor))) {
			abandon(watches, descriptor);
		}
	}
}

/* The new descriptor could not be added because its number is there already.
 * Returns the one to be used; NULL: errno says why. */
static struct wsc_descriptor *widen(struct wsc_watches *watches, struct wsc_descriptor *old,
                                    struct wsc_descriptor *descriptor, uint32_t events)
{
	if (!old) {
		/* A file that we had, and whose descriptor was closed and has come back. */
		if (control(watches, WSC_POLLSET_MODIFY, descriptor, events) != 0) {
			return NULL;
		}
		descriptor->events = events;
		return descriptor;
	}
	events |= old->events;
	if (events != old->events && control(watches, WSC_POLLSET_MODIFY, old, events) != 0) {
		return NULL;
	}
	old->events = events;
	return old;
}

/* The descriptor with this number, with these events in the set. Who is there
 * already may be an earlier file of that number: the set tells. NULL: errno says
 * why. */
static struct wsc_descriptor *acquire(struct wsc_loop *loop, int fd, uint32_t events)
{
	struct wsc_watches *watches = &loop->watches;
	struct wsc_descriptor *old = (size_t) fd < watches->room ? watches->descriptors[fd] : NULL;
	struct wsc_descriptor *descriptor = descriptor_new(watches, fd);
	struct wsc_descriptor *used = descriptor;
	int error = 0;

	if (!descriptor) {
		errno = ENOMEM;
		return NULL;
	}
	if (!descriptor_add(loop, descriptor, events)) {
		used = errno == EEXIST ? widen(watches, old, descriptor, events) : NULL;
		error = errno;
	} else if (old && old->always && descriptor->always) {
		used = old;
	} else if (old) {
		old->events = 0; /* the kernel has forgotten it: nothing is to be taken out */
		abandon(watches, old);
	}
	if (used != descriptor) {
		watches->descriptors[fd] = old;
		descriptor_free(watches, descriptor);
		errno = error;
	}
	return used;
}

struct wsc_watch *wsc_watch_new(struct wsc_loop *loop, int fd, enum wsc_direction direction,
                                wsc_watch_callback callback, wsc_watch_callback drop, void *arg, int *error)
{
	struct wsc_watch *watch;

	wsc_loop_follow_fork(loop);
	*error = ENOMEM;
	if (fd < 0) {
		*error = EBADF;
		return NULL;
	}
	watch = wsc_calloc(1, sizeof *watch);
	if (!watch) {
		return NULL;
	}
	watch->descriptor = acquire(loop, fd, wanted[direction]);
	if (!watch->descriptor) {
		*error = errno;
		free(watch);
		return NULL;
	}
	watch->loop = loop;
	watch->direction = (uint8_t) direction;
	watch->callback = callback;
	watch->drop = drop;
	watch->arg = arg;
	wsc_list_init(&watch->siblings);
	wsc_list_init(&watch->beside);
	wsc_list_init(&watch->ready);
	wsc_list_push(&loop->watches.all[direction], &watch->siblings);
	wsc_list_push(&watch->descriptor->watches[direction], &watch->beside);
	return watch;
}

static void release(struct wsc_watch *watch)
{
	struct wsc_watches *watches = &watch->loop->watches;
	struct wsc_descriptor *descriptor = watch->descriptor;
	uint32_t events;

	detach(watch);
	events = events_of(descriptor);
	if (events == 0) {
		descriptor_free(watches, descriptor);
	} else if (!descriptor->always && events != descriptor->events &&
	           control(watches, WSC_POLLSET_MODIFY, descriptor, events) == 0) {
		descriptor->events = events;
	}
}

void wsc_watch_drop(struct wsc_watch *watch)
{
	wsc_loop_follow_fork(watch->loop);
	if (watch->descriptor) {
		release(watch);
	}
	wsc_list_remove(&watch->siblings); /* of those that are gone */
	if (!watch->firing) {
		destroy(watch);
	}
}

void wsc_watch_mark(struct wsc_watch *watch)
{
	if (watch->descriptor && !watch->marked) {
		watch->marked = true;
		watch->loop->watches.marked++;
	}
}

/* ---- for the turn ------------------------------------------------------------------- */

void wsc_watch_init(struct wsc_watches *watches)
{
	int direction;

	watches->set = -1;
	wsc_list_init(&watches->gone);
	for (direction = 0; direction < 2; direction++) {
		wsc_list_init(&watches->all[direction]);
		wsc_list_init(&watches->ready[direction]);
	}
}

void wsc_watch_clear(struct wsc_loop *loop)
{
	struct wsc_watches *watches = &loop->watches;
	struct wsc_list *lists[] = {&watches->all[WSC_READ], &watches->all[WSC_WRITE], &watches->gone};
	size_t i;

	for (i = 0; i < sizeof lists / sizeof lists[0]; i++) {
		while (!wsc_list_empty(lists[i])) {
			struct wsc_watch *watch = WSC_CONTAINER(lists[i]->next, struct wsc_watch, siblings);

			watch->firing = 0; /* in a Fiber that a fatal error has left suspended */
			wsc_watch_drop(watch);
		}
	}
	close_set(watches);
	free(watches->descriptors);
	free(watches->events);
	watches->descriptors = NULL;
	watches->events = NULL;
	watches->room = watches->event_room = 0;
}

void wsc_watch_follow_fork(struct wsc_loop *loop)
{
	if (loop->watches.set >= 0) {
		renew_set(loop);
	}
}

bool wsc_watch_any(const struct wsc_loop *loop)
{
	return loop->watches.count > 0 || !wsc_list_empty(&loop->watches.gone);
}

bool wsc_watch_due(const struct wsc_loop *loop)
{
	return loop->watches.marked > 0 || loop->watches.always > 0 || !wsc_list_empty(&loop->watches.gone);
}

/* What the kernel says, noted at the descriptors. */
static void poll_set(struct wsc_loop *loop)
{
	struct wsc_watches *watches = &loop->watches;
	wsc_pollset_event *events;
	bool stale = false;
	int count, i;

	watches->woken = false;
	events = watches->events;
	count = wsc_pollset_poll(watches->set, events, (int) watches->event_room);
	for (i = 0; i < count; i++) {
		uint32_t fd = wsc_pollset_number(&events[i]);
		struct wsc_descriptor *descriptor = fd < watches->room ? watches->descriptors[fd] : NULL;

		if (descriptor && descriptor->generation == wsc_pollset_generation(&events[i])) {
			if (descriptor->round != watches->round) {
				descriptor->came = 0;
				descriptor->round = watches->round;
			}
			descriptor->came |= wsc_pollset_events(&events[i]);
		} else {
			stale = true;
		}
	}
	if (stale) {
		renew_set(loop);
	}
}

static bool is_ready(const struct wsc_watch *watch)
{
	const struct wsc_descriptor *descriptor = watch->descriptor;

	/* An end is news for both directions, so that nobody spins on one that he does not ask for. */
	return watch->marked || descriptor->always ||
	       (descriptor->round == watch->loop->watches.round &&
	        (descriptor->came & (wanted[watch->direction] | WSC_POLL_ENDED)));
}

/* In the order in which they were made. */
static void collect(struct wsc_watches *watches, enum wsc_direction direction)
{
	struct wsc_list *node;

	for (node = watches->all[direction].next; node != &watches->all[direction]; node = node->next) {
		struct wsc_watch *watch = WSC_CONTAINER(node, struct wsc_watch, siblings);

		if (is_ready(watch)) {
			wsc_list_push(&watches->ready[direction], &watch->ready);
		}
		if (watch->marked) {
			watch->marked = false;
			watches->marked--;
		}
	}
}

static void drop_gone(struct wsc_watches *watches)
{
	while (!wsc_list_empty(&watches->gone)) {
		wsc_watch_drop(WSC_CONTAINER(watches->gone.next, struct wsc_watch, siblings));
	}
}

static void fire(struct wsc_watch *watch)
{
	watch->firing++;
	watch->callback(watch, watch->arg);
	if (--watch->firing == 0 && !watch->descriptor && !wsc_list_linked(&watch->siblings)) {
		destroy(watch);
	}
}

void wsc_watch_run(struct wsc_loop *loop)
{
	struct wsc_watches *watches = &loop->watches;
	int direction;

	/* Those of a turn that was broken off, or goes on below this one, are asked
	 * for again: they may have been read meanwhile. */
	while (wsc_list_shift(&watches->ready[WSC_READ]) || wsc_list_shift(&watches->ready[WSC_WRITE])) {
	}
	if (!watches->woken && !wsc_watch_due(loop)) {
		return;
	}
	watches->round++;
	if (watches->woken) {
		poll_set(loop);
	}
	collect(watches, WSC_READ);
	collect(watches, WSC_WRITE);
	drop_gone(watches);
	for (direction = 0; direction < 2; direction++) {
		struct wsc_list *node;

		while (wsc_loop_live(loop) && (node = wsc_list_shift(&watches->ready[direction]))) {
			fire(WSC_CONTAINER(node, struct wsc_watch, ready));
		}
	}
}

#endif
