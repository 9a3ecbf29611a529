/* SPDX-License-Identifier: MIT
 *
 * L2: signals that the loop is to hear of, and the bell, a descriptor that ends
 * its sleep from inside a signal handler. A handler counts and rings, no more;
 * user code is called by the turn, once for each signal that came. The kernel
 * knows one handler a process, so the table of counts is the one thing of the
 * engine that does not hang on a loop: a signal is of the first loop that asks.
 * Called by the binding, and by the turn.
 */
#include "internal.h"

#ifndef _WIN32 /* else no_unix.c */

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/eventfd.h>
#endif

#ifndef NSIG
#define NSIG 65
#endif

static struct slot {
	atomic_bool taken;         /* by a loop                                             */
	atomic_int bell;           /* its bell                                              */
	atomic_uint count;         /* how many came and were not called for                 */
	atomic_bool once;          /* by wsc_signal_catch_once()                            */
	atomic_int pid;            /* … in this process                                     */
	struct sigaction previous; /* what there was before, to be put back                 */
} slots[NSIG];

/* ---- the bell -------------------------------------------------------------------- */

static void ring(int bell)
{
	uint64_t one = 1;
	int saved = errno;

	if (bell >= 0 && write(bell, &one, sizeof one) < 0) {
		/* it rings already */
	}
	errno = saved;
}

static void on_bell(evutil_socket_t fd, short events, void *arg)
{
	struct wsc_loop *loop = arg;
	char rings[512];

	(void) events;
	if (read(fd, rings, sizeof rings) < 0) {
		/* somebody else has heard it, a parent or a child */
	}
	loop->signals.rung = true;
}

static void close_bell(struct wsc_signals *signals)
{
	if (signals->event) {
		event_free(signals->event);
		signals->event = NULL;
	}
	if (signals->bell >= 0) {
		if (signals->ear != signals->bell) {
			close(signals->ear);
		}
		close(signals->bell);
		signals->bell = -1;
	}
}

#ifdef __linux__
/* false: errno says why. */
static bool open_bell(struct wsc_signals *signals)
{
	signals->bell = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	signals->ear = signals->bell;
	return signals->bell >= 0;
}
#else
static bool open_bell(struct wsc_signals *signals)
{
	int ends[2];
	int i;

	if (pipe(ends) != 0) {
		return false;
	}
	for (i = 0; i < 2; i++) {
		evutil_make_socket_closeonexec(ends[i]);
		evutil_make_socket_nonblocking(ends[i]);
	}
	signals->ear = ends[0];
	signals->bell = ends[1];
	return true;
}
#endif

bool wsc_loop_hang_bell(struct wsc_loop *loop)
{
	struct wsc_signals *signals = &loop->signals;

	wsc_loop_follow_fork(loop);
	if (signals->bell >= 0) {
		return true;
	}
	if (!open_bell(signals)) {
		return false;
	}
	signals->event = event_new(loop->base, signals->ear, EV_READ | EV_PERSIST, on_bell, loop);
	if (!signals->event || event_add(signals->event, NULL) != 0) {
		close_bell(signals);
		errno = ENOMEM;
		return false;
	}
	return true;
}

void wsc_loop_ring(struct wsc_loop *loop)
{
	ring(loop->signals.bell);
}

/* ---- signals --------------------------------------------------------------------- */

static void on_signal(int number)
{
	struct slot *slot = &slots[number];

	if (atomic_load(&slot->once)) {
		sigaction(number, &slot->previous, NULL);
		if (atomic_load(&slot->pid) != (int) getpid()) {
			raise(number); /* a child: it is nothing to the parent's loop */
			return;
		}
	}
	atomic_fetch_add(&slot->count, 1);
	ring(atomic_load(&slot->bell));
}

static uint64_t bit_of(int number)
{
	return UINT64_C(1) << (number - 1);
}

static bool is_caught(const struct wsc_loop *loop, int number)
{
	return (loop->signals.caught & bit_of(number)) != 0;
}

enum wsc_status wsc_signal_catch(struct wsc_loop *loop, int number, int *error)
{
	struct sigaction action;
	struct slot *slot;

	*error = EINVAL;
	if (number < 1 || number >= NSIG) {
		return WSC_SYSTEM;
	}
	if ((loop->signals.once & bit_of(number)) != 0) {
		wsc_signal_release(loop, number);
	}
	if (is_caught(loop, number)) {
		loop->signals.loose &= ~bit_of(number);
		return WSC_OK;
	}
	if (!wsc_loop_hang_bell(loop)) {
		*error = errno;
		return WSC_SYSTEM;
	}
	slot = &slots[number];
	if (atomic_exchange(&slot->taken, true)) {
		return WSC_BUSY;
	}
	atomic_store(&slot->count, 0);
	atomic_store(&slot->once, false);
	atomic_store(&slot->bell, loop->signals.bell);
	memset(&action, 0, sizeof action);
	action.sa_handler = on_signal;
	action.sa_flags = SA_RESTART | SA_ONSTACK;
	sigfillset(&action.sa_mask);
	if (sigaction(number, &action, &slot->previous) != 0) {
		*error = errno;
		atomic_store(&slot->taken, false);
		return WSC_SYSTEM;
	}
	loop->signals.caught |= bit_of(number);
	return WSC_OK;
}

bool wsc_signal_catch_once(struct wsc_loop *loop, int number)
{
	int error;

	if (is_caught(loop, number)) {
		return (loop->signals.once & bit_of(number)) != 0;
	}
	if (wsc_signal_catch(loop, number, &error) != WSC_OK) {
		return false;
	}
	loop->signals.once |= bit_of(number);
	atomic_store(&slots[number].pid, (int) getpid());
	atomic_store(&slots[number].once, true);
	return true;
}

void wsc_signal_release_once(struct wsc_loop *loop, int number)
{
	if ((loop->signals.once & bit_of(number)) != 0) {
		wsc_signal_release(loop, number);
	}
}

void wsc_signal_loosen(struct wsc_loop *loop, int number)
{
	loop->signals.loose |= loop->signals.caught & bit_of(number);
}

void wsc_signal_release(struct wsc_loop *loop, int number)
{
	struct slot *slot = &slots[number];
	struct sigaction present;

	if (!is_caught(loop, number)) {
		return;
	}
	loop->signals.caught &= ~bit_of(number);
	loop->signals.once &= ~bit_of(number);
	loop->signals.loose &= ~bit_of(number);
	/* Somebody who has come after us stays. */
	if (sigaction(number, NULL, &present) == 0 && !(present.sa_flags & SA_SIGINFO) && present.sa_handler == on_signal) {
		sigaction(number, &slot->previous, NULL);
	}
	atomic_store(&slot->bell, -1);
	atomic_store(&slot->count, 0);
	atomic_store(&slot->taken, false);
}

/* ---- for the turn ------------------------------------------------------------------ */

void wsc_signal_init(struct wsc_signals *signals)
{
	signals->bell = -1;
}

void wsc_signal_clear(struct wsc_loop *loop)
{
	int number;

	for (number = 1; number < NSIG; number++) {
		wsc_signal_release(loop, number);
	}
	close_bell(&loop->signals);
}

void wsc_signal_follow_fork(struct wsc_loop *loop)
{
	struct wsc_signals *signals = &loop->signals;
	int number;

	if (signals->bell < 0) {
		return;
	}
	/* The parent hears this one, too. */
	for (number = 1; number < NSIG; number++) {
		if (is_caught(loop, number)) {
			atomic_store(&slots[number].bell, -1);
		}
	}
	close_bell(signals);
	if (!wsc_loop_hang_bell(loop)) {
		return;
	}
	for (number = 1; number < NSIG; number++) {
		if (is_caught(loop, number)) {
			atomic_store(&slots[number].bell, signals->bell);
			atomic_store(&slots[number].pid, (int) getpid());
		}
	}
	signals->rung = true; /* one may have come meanwhile */
}

bool wsc_signal_any(const struct wsc_loop *loop)
{
	return (loop->signals.caught & ~loop->signals.once & ~loop->signals.loose) != 0;
}

bool wsc_signal_due(const struct wsc_loop *loop)
{
	return loop->signals.rung && loop->signals.caught != 0;
}

static void call(struct wsc_loop *loop, int number)
{
	unsigned count = atomic_exchange(&slots[number].count, 0);

	while (count > 0 && is_caught(loop, number)) {
		if (!wsc_loop_live(loop)) {
			atomic_fetch_add(&slots[number].count, count);
			loop->signals.rung = true;
			return;
		}
		count--;
		loop->hooks->on_signal(loop->data, number);
	}
}

void wsc_signal_run(struct wsc_loop *loop)
{
	int number;

	if (!loop->signals.rung) {
		return;
	}
	loop->signals.rung = false;
	for (number = 1; number < NSIG; number++) {
		if (is_caught(loop, number)) {
			call(loop, number);
		}
	}
}

#endif
