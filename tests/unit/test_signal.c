/* SPDX-License-Identifier: MIT
 *
 * signal.c: signals that the process sends to itself, the handler that was there
 * before, the bell, and forked children.
 */
#include "../../ext/engine/signal.c"

#include "harness.h"
#include "world.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

static char story[256];
static struct wsc_loop *the_loop;
static void (*act)(int number);
static volatile sig_atomic_t earlier;

static void on_turn(void *data)
{
	(void) data;
}

static void note(void *data, int number)
{
	size_t length = strlen(story);

	(void) data;
	snprintf(story + length, sizeof story - length, "%d ", number == SIGUSR1 ? 1 : number == SIGUSR2 ? 2 : 0);
	if (act) {
		act(number);
	}
}

static const struct wsc_hooks hooks = {.on_turn = on_turn, .on_signal = note};

static void count_earlier(int number)
{
	(void) number;
	earlier++;
}

static void begin(void)
{
	story[0] = '\0';
	act = NULL;
	earlier = 0;
	signal(SIGUSR1, count_earlier);
	signal(SIGUSR2, SIG_IGN);
	the_loop = wsc_loop_new(&hooks, NULL);
}

static void end(void)
{
	wsc_loop_free(the_loop);
	raise(SIGUSR1);
	CHECKF(earlier == 1, "%d", (int) earlier);
	signal(SIGUSR1, SIG_DFL);
	signal(SIGUSR2, SIG_DFL);
}

static void listen_to(int number)
{
	int error = 0;

	CHECKF(wsc_signal_catch(the_loop, number, &error) == WSC_OK, "%s", strerror(error));
}

static void stop_loop(void *arg)
{
	wsc_loop_stop(arg);
}

static const char *turn_tells(void)
{
	story[0] = '\0';
	wsc_loop_defer(the_loop, stop_loop, NULL, the_loop);
	wsc_loop_run(the_loop);
	return story;
}

#define TELLS(text) CHECKF(strcmp(turn_tells(), text) == 0, "told: %s", story)

static void once_for_each(void)
{
	begin();
	listen_to(SIGUSR1);
	listen_to(SIGUSR2);
	listen_to(SIGUSR2);
	raise(SIGUSR2);
	raise(SIGUSR1);
	raise(SIGUSR2);
	CHECK(earlier == 0);
	TELLS("1 2 2 ");
	TELLS("");
	wsc_signal_release(the_loop, SIGUSR1);
	wsc_signal_release(the_loop, SIGUSR1);
	raise(SIGUSR1);
	CHECK(earlier == 1);
	earlier = 0;
	TELLS("");
	end();
}

static void release(int number)
{
	(void) number;
	wsc_signal_release(the_loop, SIGUSR1);
	wsc_signal_release(the_loop, SIGUSR2);
}

/* It keeps the loop running, and no longer than it is wanted. */
static void last_one_ends_the_run(void)
{
	begin();
	listen_to(SIGUSR1);
	listen_to(SIGUSR2);
	act = release;
	raise(SIGUSR1);
	raise(SIGUSR1);
	raise(SIGUSR2);
	wsc_loop_run(the_loop);
	CHECKF(strcmp(story, "1 ") == 0, "told: %s", story);
	end();
}

static void halt(int number)
{
	(void) number;
	wsc_loop_halt(the_loop);
}

static void halted_between(void)
{
	begin();
	listen_to(SIGUSR1);
	act = halt;
	raise(SIGUSR1);
	raise(SIGUSR1);
	raise(SIGUSR1);
	TELLS("1 ");
	wsc_loop_resume(the_loop);
	act = NULL;
	TELLS("1 1 ");
	end();
}

/* Somebody else's handler that came later stays. */
static void a_later_handler_stays(void)
{
	begin();
	listen_to(SIGUSR1);
	signal(SIGUSR1, count_earlier);
	raise(SIGUSR1);
	CHECK(earlier == 1);
	TELLS("");
	signal(SIGUSR1, SIG_IGN);
	wsc_signal_release(the_loop, SIGUSR1);
	CHECK(signal(SIGUSR1, count_earlier) == SIG_IGN);
	earlier = 0;
	end();
}

static void refused(void)
{
	static const int numbers[] = {0, -1, NSIG, 1000, SIGKILL, SIGSTOP};
	struct wsc_loop *other;
	int error;

	begin();
	for (size_t i = 0; i < LENGTH(numbers); i++) {
		error = 0;
		CHECKF(wsc_signal_catch(the_loop, numbers[i], &error) == WSC_SYSTEM && error == EINVAL, "%d", numbers[i]);
	}
	CHECK(!wsc_signal_any(the_loop));
	listen_to(SIGUSR1);
	other = wsc_loop_new(&hooks, NULL);
	CHECK(wsc_signal_catch(other, SIGUSR1, &error) == WSC_BUSY);
	wsc_loop_free(other);
	raise(SIGUSR1);
	TELLS("1 ");
	end();
}

/* ---- the sleep ------------------------------------------------------------------------- */

static void ring_now(int number)
{
	(void) number;
	wsc_loop_ring(the_loop);
}

static unsigned turns;

static void count_turn(void *data)
{
	(void) data;
	if (++turns == 2) {
		wsc_loop_stop(the_loop);
	}
}

static void kill_soon(pid_t target, int number)
{
	struct timespec delay = {.tv_nsec = 20000000};

	if (fork() == 0) {
		nanosleep(&delay, NULL);
		kill(target, number);
		_exit(0);
	}
}

static void never(struct wsc_timer *timer, void *arg)
{
	(void) timer;
	(void) arg;
}

/* The loop has an hour to sleep, and no sweep that would wake it. */
static bool is_woken(void)
{
	static const struct wsc_hooks counting = {.on_turn = count_turn, .on_signal = note};
	bool passed;

	the_loop = wsc_loop_new(&counting, NULL);
	the_loop->next_sweep += UINT64_C(3600000000);
	the_loop->notify.owner = getpid(); /* or the first turn would sweep, to say READY */
	turns = 0;
	story[0] = '\0';
	act = NULL;
	wsc_timer_new(the_loop, UINT64_C(3600000000), false, never, NULL, NULL);
	passed = CHECK(wsc_loop_hang_bell(the_loop) && wsc_loop_hang_bell(the_loop));
	wsc_loop_ring(the_loop);
	signal(SIGUSR2, ring_now);
	kill_soon(getpid(), SIGUSR2);
	wsc_loop_run(the_loop);
	passed &= CHECKF(turns == 2, "%u", turns);
	turns = 1;
	listen_to(SIGUSR1);
	kill_soon(getpid(), SIGUSR1);
	wsc_loop_run(the_loop);
	passed &= CHECKF(strcmp(story, "1 ") == 0 && turns == 2, "told: %s", story);
	wsc_loop_free(the_loop);
	while (wait(NULL) > 0) {
	}
	return passed;
}

static void rings_end_the_sleep(void)
{
	CHECK(world_in_child(is_woken));
}

/* ---- forked children ------------------------------------------------------------------- */

static bool child_listens(void)
{
	bool passed;

	raise(SIGUSR1);
	passed = CHECKF(strcmp(turn_tells(), "1 ") == 0, "told: %s", story);
	wsc_loop_free(the_loop);
	raise(SIGUSR1);
	return passed && earlier == 1;
}

/* The child's signals are its own, and so is the parent's bell. */
static void fork_leaves_the_parent_alone(void)
{
	struct pollfd bell;

	begin();
	listen_to(SIGUSR1);
	raise(SIGUSR1);
	atomic_store(&slots[SIGUSR1].count, 0);
	bell = (struct pollfd){.fd = the_loop->signals.bell, .events = POLLIN};
	CHECK(poll(&bell, 1, 0) == 1);
	CHECK(world_in_child(child_listens));
	CHECK(poll(&bell, 1, 0) == 1);
	raise(SIGUSR1);
	TELLS("1 ");
	end();
}

void test_signal(void)
{
	RUN(once_for_each);
	RUN(last_one_ends_the_run);
	RUN(halted_between);
	RUN(a_later_handler_stays);
	RUN(refused);
	RUN(rings_end_the_sleep);
	RUN(fork_leaves_the_parent_alone);
}
