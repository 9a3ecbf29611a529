/* SPDX-License-Identifier: MIT
 *
 * L3: the turn. libevent's callbacks never run user code; they put connections
 * on lists, and the lists are worked off after event_base_loop() has returned:
 *
 *   deferred callbacks, timers -> sleep -> signals -> accept, read, call, shake hands
 *   -> streams of others -> write -> on_close -> reap
 *
 * So no frame of libevent is ever below user code: a longjmp or a suspended
 * Fiber cannot leave the base "running", and a hook may run the loop again.
 */
#include "internal.h"

#include <stdlib.h>
#include <unistd.h>
#ifndef _WIN32
#include <sys/mman.h>
#endif

/* ---- forked children --------------------------------------------------------- */

/* A page that the kernel empties in a child, where it knows how to (Linux 4.14): who
 * looks at it asks in every turn, and for every connection, and getpid() is a system
 * call. An emulator that takes any advice has not understood this one. */
#ifdef MADV_WIPEONFORK
static unsigned char *make_fork_mark(void)
{
	size_t size = (size_t) sysconf(_SC_PAGESIZE);
	void *page = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (page == MAP_FAILED) {
		return NULL;
	}
	if (madvise(page, size, -1) != 0 && madvise(page, size, MADV_WIPEONFORK) == 0) {
		*(unsigned char *) page = 1;
		return page;
	}
	munmap(page, size);
	return NULL;
}

static void drop_fork_mark(unsigned char *mark)
{
	if (mark) {
		munmap(mark, (size_t) sysconf(_SC_PAGESIZE));
	}
}
#else
static unsigned char *make_fork_mark(void)
{
	return NULL;
}

static void drop_fork_mark(unsigned char *mark)
{
	(void) mark;
}
#endif

static bool has_forked(const struct wsc_loop *loop)
{
	return loop->fork_mark ? *loop->fork_mark == 0 : loop->pid != getpid();
}

/* ---- making and freeing ---------------------------------------------------- */

static void on_wake(evutil_socket_t fd, short events, void *arg)
{
	struct wsc_loop *loop = arg;

	(void) fd;
	(void) events;
	loop->wake_due = 0;
}

static bool open_base(struct wsc_loop *loop)
{
	/* A base is a kernel queue and a pair for signals. Where they can't be
	 * opened, libevent does not fail: it ends the process. */
	struct event_config *config = wsc_io_descriptors_left() ? event_config_new() : NULL;

	if (!config) {
		return false;
	}
	event_config_set_flag(config, EVENT_BASE_FLAG_NOLOCK);
	loop->base = event_base_new_with_config(config);
	event_config_free(config);
	if (!loop->base) {
		return false;
	}
	loop->wake = event_new(loop->base, -1, 0, on_wake, loop);
	return loop->wake != NULL;
}

struct wsc_loop *wsc_loop_new(const struct wsc_hooks *hooks, void *data)
{
	struct wsc_loop *loop;

	wsc_fault_init();
	loop = wsc_calloc(1, sizeof *loop);
	if (!loop) {
		return NULL;
	}
	loop->hooks = hooks;
	loop->data = data;
	loop->chunks.hooks = hooks;
	loop->chunks.data = data;
	loop->pid = getpid();
	loop->fork_mark = make_fork_mark();
	loop->now = wsc_timer_clock();
	loop->next_sweep = loop->now + WSC_SWEEP_INTERVAL;
	wsc_list_init(&loop->ready);
	wsc_list_init(&loop->buffered);
	wsc_list_init(&loop->handshakes);
	wsc_list_init(&loop->accepting);
	wsc_list_init(&loop->dirty);
	wsc_list_init(&loop->closing);
	wsc_list_init(&loop->draining);
	wsc_list_init(&loop->dead);
	wsc_list_init(&loop->servers);
	wsc_list_init(&loop->deferred);
	wsc_list_init(&loop->remembering);
	wsc_watch_init(&loop->watches);
	wsc_signal_init(&loop->signals);
	if (!open_base(loop)) {
		wsc_loop_free(loop);
		return NULL;
	}
	return loop;
}

/* A forked child shares the kernel's event queue with its parent, whom any
 * change to it would deafen: it gets a queue of its own first. What was queued
 * for the peers is the parent's to send, or they would get it twice. */
void wsc_loop_follow_fork(struct wsc_loop *loop)
{
	struct wsc_list *node, *entry;

	if (!has_forked(loop)) {
		return;
	}
	loop->pid = getpid();
	if (loop->fork_mark) {
		*loop->fork_mark = 1;
	}
	event_reinit(loop->base);
	wsc_watch_follow_fork(loop);
	wsc_signal_follow_fork(loop);
	while (wsc_list_shift(&loop->dirty)) {
	}
	for (node = loop->servers.next; node != &loop->servers; node = node->next) {
		struct wsc_server *server = WSC_CONTAINER(node, struct wsc_server, siblings);

		for (entry = server->conns.next; entry != &server->conns; entry = entry->next) {
			wsc_output_clear(WSC_CONTAINER(entry, struct wsc_conn, siblings));
		}
	}
}

static void finish_all(struct wsc_loop *loop)
{
	struct wsc_list *node;

	for (node = loop->servers.next; node != &loop->servers; node = node->next) {
		struct wsc_server *server = WSC_CONTAINER(node, struct wsc_server, siblings);

		while (!wsc_list_empty(&server->conns)) {
			wsc_conn_finish(WSC_CONTAINER(server->conns.next, struct wsc_conn, siblings), false);
		}
	}
	while (!wsc_list_empty(&loop->dead)) {
		wsc_conn_free(WSC_CONTAINER(loop->dead.next, struct wsc_conn, siblings));
	}
}

void wsc_loop_free(struct wsc_loop *loop)
{
	loop->muted = true;
	if (loop->base) {
		wsc_loop_follow_fork(loop);
	}
	wsc_timer_clear(loop);
	wsc_watch_clear(loop);
	wsc_signal_clear(loop);
	finish_all(loop);
	while (!wsc_list_empty(&loop->servers)) {
		wsc_server_free(WSC_CONTAINER(loop->servers.next, struct wsc_server, siblings));
	}
	wsc_activation_dtor(&loop->activation);
	wsc_outq_pool_dtor(&loop->chunks);
	wsc_inflate_pool_dtor(&loop->inflaters);
	wsc_message_pool_dtor(&loop->machines);
	if (loop->wake) {
		event_free(loop->wake);
	}
	if (loop->base) {
		event_base_free(loop->base);
	}
	free(loop->scratch);
	/* Of a run whose Fiber a fatal error has left suspended. */
	while (loop->lent) {
		struct wsc_scratch *scratch = loop->lent;

		loop->lent = scratch->next;
		free(scratch);
	}
	drop_fork_mark(loop->fork_mark);
	free(loop);
}

/* ---- the receive buffer ------------------------------------------------------ */

struct wsc_scratch *wsc_loop_make_scratch(struct wsc_loop *loop, size_t header_limit)
{
	struct wsc_scratch *scratch;

	free(loop->scratch);
	loop->scratch = NULL;
	scratch = wsc_malloc(sizeof *scratch + header_limit * sizeof scratch->headers[0]);
	if (!scratch) {
		return NULL;
	}
	scratch->header_limit = header_limit;
	scratch->next = loop->lent;
	loop->lent = scratch;
	return scratch;
}

/* One of several that are out: Fibers mix them. */
void wsc_loop_return_scratch(struct wsc_loop *loop, struct wsc_scratch *scratch)
{
	struct wsc_scratch **place = &loop->lent;

	while (*place != scratch) {
		place = &(*place)->next;
	}
	*place = scratch->next;
	if (loop->scratch) {
		free(scratch);
	} else {
		loop->scratch = scratch;
	}
}

/* ---- the turn ------------------------------------------------------------- */

/* When the sleep has to end at the latest: a timer, or the sweep. */
static wsc_time wake_time(const struct wsc_loop *loop)
{
	wsc_time timer = wsc_timer_next(loop);

	return timer != 0 && timer < loop->next_sweep ? timer : loop->next_sweep;
}

/* Is there anything that could ever call back? */
static bool has_work(const struct wsc_loop *loop)
{
	const struct wsc_list *node;

	if (loop->timers.count || !wsc_list_empty(&loop->deferred) || wsc_watch_any(loop) || wsc_signal_any(loop)) {
		return true;
	}
	for (node = loop->closing.next; node != &loop->closing; node = node->next) {
		if (WSC_CONTAINER(node, struct wsc_conn, closing)->pins == 0) {
			return true;
		}
	}
	for (node = loop->servers.next; node != &loop->servers; node = node->next) {
		const struct wsc_server *server = WSC_CONTAINER(node, struct wsc_server, siblings);

		if (server->conn_count > 0 || wsc_server_listens(server)) {
			return true;
		}
	}
	return false;
}

/* Is there an on_drain that can be called? Not while a hook of that connection runs. */
static bool drain_due(const struct wsc_loop *loop)
{
	const struct wsc_list *node;

	for (node = loop->draining.next; node != &loop->draining; node = node->next) {
		if (WSC_CONTAINER(node, struct wsc_aside, draining)->conn->pins == 0) {
			return true;
		}
	}
	return false;
}

/* Is there something to do before anything comes, or nothing that could come? */
static bool wide_awake(const struct wsc_loop *loop)
{
	return loop->stopped || !wsc_loop_live(loop) || !wsc_list_empty(&loop->deferred) || !wsc_list_empty(&loop->ready) ||
	       !wsc_list_empty(&loop->handshakes) || !wsc_list_empty(&loop->accepting) || !wsc_list_empty(&loop->dirty) ||
	       wsc_watch_due(loop) || wsc_signal_due(loop) || drain_due(loop) || !has_work(loop);
}

/* Connections whose transport had more than one read takes: it is their turn again.
 * One whose hook is still running is looked at when that has returned. */
static void wake_buffered(struct wsc_loop *loop)
{
	struct wsc_list *node;

	while ((node = wsc_list_shift(&loop->buffered))) {
		if (!WSC_CONTAINER(node, struct wsc_conn, ready)->busy) {
			wsc_list_push(&loop->ready, node);
		}
	}
}

static void sleep_for_events(struct wsc_loop *loop)
{
	int flags = EVLOOP_ONCE;

	if (loop->rated) {
		loop->lag = wsc_timer_clock() - loop->woke;
	}
	wake_buffered(loop);
	if (loop->hooks->on_sleep) {
		loop->hooks->on_sleep(loop->data);
	}
	if (wide_awake(loop)) {
		flags |= EVLOOP_NONBLOCK;
	} else {
		wsc_time due = wake_time(loop);

		if (due != loop->wake_due) {
			wsc_time now = wsc_timer_clock();
			wsc_time wait = due > now ? due - now : 0;
			struct timeval timeout = {.tv_sec = (time_t) (wait / 1000000), .tv_usec = (long) (wait % 1000000)};

			event_add(loop->wake, &timeout);
			loop->wake_due = due;
		}
	}
	wsc_loop_follow_fork(loop); /* a hook may have forked */
	event_base_loop(loop->base, flags);
	loop->now = loop->woke = wsc_timer_clock();
}

/* Calls on_close where it is due. One whose hook is running further up the
 * stack has to wait until that has returned. */
static void notify(struct wsc_loop *loop)
{
	struct wsc_list waiting;
	struct wsc_list *node;

	if (wsc_list_empty(&loop->closing)) {
		return;
	}
	wsc_list_init(&waiting);
	while (wsc_loop_live(loop) && (node = wsc_list_shift(&loop->closing))) {
		struct wsc_conn *conn = WSC_CONTAINER(node, struct wsc_conn, closing);

		if (conn->pins > 0) {
			wsc_list_push(&waiting, node);
		} else {
			wsc_conn_notify(conn);
		}
	}
	while ((node = wsc_list_shift(&waiting))) {
		wsc_list_push(&loop->closing, node);
	}
}

/* A handshake is the most work that a stranger can ask for: no more of them in a
 * turn than tls_handshake_budget. */
static void shake_hands(struct wsc_loop *loop)
{
	uint32_t count = 0;

	while (wsc_loop_live(loop) && !wsc_list_empty(&loop->handshakes)) {
		struct wsc_conn *conn = WSC_CONTAINER(loop->handshakes.next, struct wsc_conn, ready);

		if (count++ >= conn->server->options.tls_handshake_budget) {
			return;
		}
		wsc_list_remove(&conn->ready);
		wsc_input_handshake(conn);
		notify(loop);
	}
}

static void dispatch(struct wsc_loop *loop)
{
	struct wsc_list *node;

	wsc_signal_run(loop);
	while (wsc_loop_live(loop) && (node = wsc_list_shift(&loop->accepting))) {
		wsc_listener_accept(WSC_CONTAINER(node, struct wsc_listener, ready));
	}
	while (wsc_loop_live(loop) && (node = wsc_list_shift(&loop->ready))) {
		wsc_input_read(WSC_CONTAINER(node, struct wsc_conn, ready));
		notify(loop);
	}
	shake_hands(loop);
	wsc_watch_run(loop);
}

/* Calls on_drain where it was due when this turn came to it, so that one who fills
 * its queue again at once holds up nobody. */
static void drain(struct wsc_loop *loop)
{
	struct wsc_list *node;
	size_t count = 0;

	for (node = loop->draining.next; node != &loop->draining; node = node->next) {
		count++;
	}
	while (count-- > 0 && wsc_loop_live(loop) && (node = wsc_list_shift(&loop->draining))) {
		struct wsc_conn *conn = WSC_CONTAINER(node, struct wsc_aside, draining)->conn;

		if (conn->pins > 0) {
			wsc_list_push(&loop->draining, node);
		} else if (conn->state == WSC_CONN_OPEN && loop->hooks->on_drain) {
			wsc_conn_enter(conn);
			loop->hooks->on_drain(loop->data, conn);
			wsc_conn_leave(conn);
		}
	}
}

/* Of those that are written next: their memory comes while the kernel is at work on
 * this one. Of the second the struct, of the first, which is here by now, its bytes. */
static void fetch_ahead(const struct wsc_list *dirty)
{
	const struct wsc_list *first = dirty->next;
	const struct wsc_list *second = first->next;

	if (second != dirty) {
		const struct wsc_conn *conn = WSC_CONTAINER(second, struct wsc_conn, dirty);

		__builtin_prefetch(&conn->transport);
		__builtin_prefetch(&conn->fd);
		__builtin_prefetch(&conn->dirty);
		__builtin_prefetch(&conn->output);
		__builtin_prefetch(WSC_CONTAINER(first, struct wsc_conn, dirty)->output.head);
	}
}

static void flush(struct wsc_loop *loop)
{
	struct wsc_list *node;

	if (wsc_list_empty(&loop->dirty)) {
		return;
	}
	wsc_loop_follow_fork(loop); /* a hook may have forked */
	if (!wsc_loop_live(loop) && loop->runner != loop->pid) {
		return; /* a child that leaves our run by exit() */
	}
	while ((node = wsc_list_shift(&loop->dirty))) {
		fetch_ahead(&loop->dirty);
		wsc_output_flush(WSC_CONTAINER(node, struct wsc_conn, dirty));
	}
}

/* Compressed messages are remembered while they may be sent to the next one. */
static void forget(struct wsc_loop *loop)
{
	struct wsc_list *node;

	while ((node = wsc_list_shift(&loop->remembering))) {
		wsc_compression_forget(WSC_CONTAINER(node, struct wsc_compression, remembering));
	}
}

/* Writes and calls on_close until neither leaves work for the other: nothing
 * that on_close sends may wait for the next event. */
static void settle(struct wsc_loop *loop)
{
	do {
		flush(loop);
		notify(loop);
	} while (wsc_loop_live(loop) && !wsc_list_empty(&loop->dirty));
	forget(loop);
}

static void reap(struct wsc_loop *loop)
{
	struct wsc_list *node, *next;

	for (node = loop->dead.next; node != &loop->dead; node = next) {
		struct wsc_conn *conn = WSC_CONTAINER(node, struct wsc_conn, siblings);

		next = node->next;
		if (conn->pins == 0 && (!conn->opened || conn->notified)) {
			wsc_conn_free(conn);
		}
	}
}

static void sweep(struct wsc_loop *loop)
{
	struct wsc_list *node;

	if (loop->now < loop->next_sweep) {
		return;
	}
	wsc_notify_sweep(loop, loop->now);
	wsc_turns_sweep(&loop->turns, loop->now);
	loop->next_sweep = loop->now + WSC_SWEEP_INTERVAL;
	if (loop->notify.interval != 0 && loop->notify.next < loop->next_sweep) {
		loop->next_sweep = loop->notify.next > loop->now ? loop->notify.next : loop->now + 1;
	}
	for (node = loop->servers.next; node != &loop->servers; node = node->next) {
		wsc_server_sweep(WSC_CONTAINER(node, struct wsc_server, siblings), loop->now);
	}
	wsc_outq_pool_trim(&loop->chunks);
}

static void turn(struct wsc_loop *loop)
{
	loop->now = wsc_timer_clock();
	wsc_turns_note(&loop->turns, loop->now - loop->woke);
	wsc_timer_run_deferred(loop);
	wsc_timer_run(loop, loop->now);
	settle(loop);
	if (!wsc_loop_live(loop)) {
		return;
	}
	sleep_for_events(loop);
	dispatch(loop);
	if (!wsc_loop_live(loop)) {
		flush(loop); /* what was sent before exit() */
		forget(loop);
		return;
	}
	drain(loop);
	/* After the input, so that nobody is called silent whose bytes wait. */
	sweep(loop);
	settle(loop);
	reap(loop);
	if (wsc_loop_live(loop)) {
		loop->hooks->on_turn(loop->data);
	}
}

void wsc_loop_run(struct wsc_loop *loop)
{
	wsc_loop_follow_fork(loop);
	loop->runner = loop->pid;
	loop->stopped = false;
	if (loop->depth == 0 && loop->notify.owner == 0) {
		loop->next_sweep = loop->now; /* the first turn says READY */
	}
	if (loop->depth++ == 0) {
		loop->woke = wsc_timer_clock(); /* a run within it goes on with the turn that it is in */
	}
	while (wsc_loop_live(loop) && !loop->stopped && has_work(loop)) {
		turn(loop);
	}
	loop->depth--;
}

/* ---- what the embedder asks ---------------------------------------------- */

void wsc_loop_stop(struct wsc_loop *loop)
{
	loop->stopped = true;
}

void wsc_loop_halt(struct wsc_loop *loop)
{
	loop->halted = true;
}

void wsc_loop_resume(struct wsc_loop *loop)
{
	loop->halted = false;
}

void wsc_loop_each_conn(struct wsc_loop *loop, void (*callback)(struct wsc_conn *conn, void *arg), void *arg)
{
	struct wsc_list *node, *next;

	for (node = loop->dead.next; node != &loop->dead; node = next) {
		next = node->next;
		callback(WSC_CONTAINER(node, struct wsc_conn, siblings), arg);
	}
	for (node = loop->servers.next; node != &loop->servers; node = node->next) {
		wsc_server_each_conn(WSC_CONTAINER(node, struct wsc_server, siblings), callback, arg);
	}
}

void wsc_loop_mute(struct wsc_loop *loop)
{
	loop->muted = true;
}

uint64_t wsc_loop_next_id(struct wsc_loop *loop)
{
	return ++loop->next_conn_id;
}

bool wsc_loop_halted(const struct wsc_loop *loop)
{
	return loop->halted;
}

bool wsc_loop_running(const struct wsc_loop *loop)
{
	return loop->depth > 0;
}
