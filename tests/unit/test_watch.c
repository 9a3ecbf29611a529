/* SPDX-License-Identifier: MIT
 *
 * watch.c: pipes and socket pairs that the loop does not own. What is ready is
 * told by the letters that callbacks write; a drop writes its capital. Most of
 * it is about numbers that change hands: closed without a word, opened again,
 * kept alive by a copy, shared with a forked child.
 */
#include "../../ext/engine/watch.c"

#include "harness.h"
#include "world.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static char story[1024];

static void tell(char letter)
{
	size_t length = strlen(story);

	if (length + 1 < sizeof story) {
		story[length] = letter;
		story[length + 1] = '\0';
	}
}

static void on_turn(void *data)
{
	(void) data;
}

static const struct wsc_hooks hooks = {.on_turn = on_turn};

struct actor {
	char letter;
	struct wsc_loop *loop;
	struct wsc_watch *watch;
	void (*act)(struct actor *actor);
	struct actor *other;
	int fd;
	int spare;
	bool dropped;
};

static void on_ready(struct wsc_watch *watch, void *arg)
{
	struct actor *actor = arg;

	CHECK(watch == actor->watch);
	CHECKF(!actor->dropped, "%c is called after its drop", actor->letter);
	tell(actor->letter);
	if (actor->act) {
		actor->act(actor);
	}
}

static void on_drop(struct wsc_watch *watch, void *arg)
{
	struct actor *actor = arg;

	CHECK(watch == actor->watch);
	CHECKF(!actor->dropped, "%c is dropped twice", actor->letter);
	actor->dropped = true;
	tell((char) (actor->letter - 'a' + 'A'));
}

static struct wsc_loop *begin(void)
{
	story[0] = '\0';
	return wsc_loop_new(&hooks, NULL);
}

static void start(struct actor *actor, struct wsc_loop *loop, char letter, int fd, enum wsc_direction direction)
{
	int error = 0;

	*actor = (struct actor){.letter = letter, .loop = loop, .fd = fd, .spare = -1};
	actor->watch = wsc_watch_new(loop, fd, direction, on_ready, on_drop, actor, &error);
	CHECKF(actor->watch != NULL, "%c: %s", letter, strerror(error));
}

static void stop_loop(void *arg)
{
	wsc_loop_stop(arg);
}

/* One turn that does not sleep; what it told. */
static const char *turn_tells(struct wsc_loop *loop)
{
	story[0] = '\0';
	wsc_loop_defer(loop, stop_loop, NULL, loop);
	wsc_loop_run(loop);
	return story;
}

#define TELLS(loop, text) CHECKF(strcmp(turn_tells(loop), text) == 0, "told: %s", story)

static void open_pipe(int ends[2])
{
	CHECK(pipe(ends) == 0);
}

static void open_pair(int ends[2])
{
	CHECK(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
}

static void put(int fd)
{
	CHECK(write(fd, "x", 1) == 1);
}

static void take(int fd)
{
	char byte;

	CHECK(read(fd, &byte, 1) == 1);
}

static void close_both(int ends[2])
{
	close(ends[0]);
	close(ends[1]);
}

/* ---- order --------------------------------------------------------------------- */

static void level_not_edge(void)
{
	struct wsc_loop *loop = begin();
	struct actor a;
	int ends[2];

	open_pipe(ends);
	start(&a, loop, 'a', ends[0], WSC_READ);
	TELLS(loop, "");
	put(ends[1]);
	TELLS(loop, "a");
	TELLS(loop, "a");
	take(ends[0]);
	TELLS(loop, "");
	close(ends[1]);
	TELLS(loop, "a"); /* the end is readable, too */
	wsc_watch_drop(a.watch);
	TELLS(loop, "");
	wsc_loop_free(loop);
	close(ends[0]);
}

/* Readers before writers, each in the order they were made, whoever was ready first. */
static void order_of_a_turn(void)
{
	struct wsc_loop *loop = begin();
	struct actor actors[6];
	int ends[3][2];

	for (size_t i = 0; i < 3; i++) {
		open_pair(ends[i]);
	}
	start(&actors[0], loop, 'a', ends[0][0], WSC_WRITE);
	start(&actors[1], loop, 'b', ends[1][0], WSC_READ);
	start(&actors[2], loop, 'c', ends[2][0], WSC_READ);
	start(&actors[3], loop, 'd', ends[0][0], WSC_READ);
	start(&actors[4], loop, 'e', ends[1][0], WSC_WRITE);
	start(&actors[5], loop, 'f', ends[1][0], WSC_READ); /* a second one of the same */
	put(ends[2][1]);
	put(ends[0][1]);
	put(ends[1][1]);
	TELLS(loop, "bcdfae");
	wsc_watch_drop(actors[1].watch);
	CHECK(actors[1].dropped);
	TELLS(loop, "cdfae");
	wsc_watch_drop(actors[5].watch);
	TELLS(loop, "cdae");
	wsc_watch_drop(actors[4].watch);
	TELLS(loop, "cda");
	story[0] = '\0';
	wsc_loop_free(loop);
	CHECKF(strcmp(story, "CDA") == 0, "told: %s", story);
	for (size_t i = 0; i < 3; i++) {
		close_both(ends[i]);
	}
}

/* run() goes on while there is one, and not for a moment longer. */
static void drop_self(struct actor *actor)
{
	wsc_watch_drop(actor->watch);
	CHECK(!actor->dropped); /* not below its own callback */
}

static void run_ends_with_the_last(void)
{
	struct wsc_loop *loop = begin();
	struct actor a;
	int ends[2];

	open_pipe(ends);
	start(&a, loop, 'a', ends[0], WSC_READ);
	a.act = drop_self;
	put(ends[1]);
	wsc_loop_run(loop);
	CHECKF(strcmp(story, "aA") == 0, "told: %s", story);
	wsc_loop_free(loop);
	close_both(ends);
}

static void on_last_timer(struct wsc_timer *timer, void *arg)
{
	struct actor *actor = arg;

	(void) timer;
	wsc_watch_drop(actor->watch);
}

/* Nor does it sleep, for want of anything that could wake it. */
static bool nothing_is_left(void)
{
	struct wsc_loop *loop = begin();
	struct actor a;
	int ends[2];

	open_pipe(ends);
	loop->next_sweep += UINT64_C(3600000000);
	start(&a, loop, 'a', ends[0], WSC_READ);
	wsc_timer_new(loop, 1, false, on_last_timer, NULL, &a);
	wsc_loop_run(loop);
	wsc_loop_free(loop);
	close_both(ends);
	return CHECKF(strcmp(story, "A") == 0, "told: %s", story);
}

static void nothing_left_is_no_sleep(void)
{
	CHECK(world_in_child(nothing_is_left));
}

static void drop_other(struct actor *actor)
{
	if (actor->other && actor->other->watch) {
		wsc_watch_drop(actor->other->watch);
		actor->other->watch = NULL;
		actor->other = NULL;
	}
}

static void on_ready_only(struct wsc_watch *watch, void *arg)
{
	struct actor *actor = arg;

	(void) watch;
	tell(actor->letter);
}

static void dropped_by_one_before(void)
{
	struct wsc_loop *loop = begin();
	struct actor a, b = {.letter = 'b'};
	int ends[2], error;

	open_pair(ends);
	put(ends[1]);
	start(&a, loop, 'a', ends[0], WSC_READ);
	b.watch = wsc_watch_new(loop, ends[0], WSC_WRITE, on_ready_only, NULL, &b, &error);
	a.act = drop_other;
	a.other = &b;
	TELLS(loop, "a");
	TELLS(loop, "a");
	wsc_loop_free(loop);
	close_both(ends);
}

static void nest(struct actor *actor)
{
	take(actor->fd);
	actor->act = NULL;
	wsc_loop_defer(actor->loop, stop_loop, NULL, actor->loop);
	wsc_loop_run(actor->loop);
	tell('.');
}

/* What the outer turn has seen is asked for again: it may be done. */
static void nested_run(void)
{
	struct wsc_loop *loop = begin();
	struct actor a, b;
	int ends[2][2];

	open_pipe(ends[0]);
	open_pipe(ends[1]);
	start(&a, loop, 'a', ends[0][0], WSC_READ);
	start(&b, loop, 'b', ends[1][0], WSC_READ);
	put(ends[0][1]);
	put(ends[0][1]);
	put(ends[1][1]);
	a.act = nest;
	TELLS(loop, "aab.");
	take(ends[0][0]);
	take(ends[1][0]);
	TELLS(loop, "");
	wsc_loop_free(loop);
	close_both(ends[0]);
	close_both(ends[1]);
}

static void halt(struct actor *actor)
{
	wsc_loop_halt(actor->loop);
}

static void halted_between(void)
{
	struct wsc_loop *loop = begin();
	struct actor a, b;
	int ends[2];

	open_pair(ends);
	put(ends[1]);
	start(&a, loop, 'a', ends[0], WSC_READ);
	start(&b, loop, 'b', ends[0], WSC_READ);
	a.act = halt;
	TELLS(loop, "a");
	wsc_loop_resume(loop);
	take(ends[0]);
	a.act = NULL;
	TELLS(loop, ""); /* b is not called for what it saw then */
	wsc_loop_free(loop);
	close_both(ends);
}

/* ---- what the set can't wait for --------------------------------------------------- */

static void always_ready(void)
{
	struct wsc_loop *loop = begin();
	struct actor a, b;
	int file = open("/proc/self/status", O_RDONLY | O_CLOEXEC);
	int directory = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	start(&a, loop, 'a', directory, WSC_READ);
	start(&b, loop, 'b', directory, WSC_WRITE);
	TELLS(loop, "ab");
	TELLS(loop, "ab");
	wsc_watch_drop(a.watch);
	TELLS(loop, "b");
	wsc_watch_drop(b.watch);
	TELLS(loop, "");
	start(&a, loop, 'a', file, WSC_READ);
	TELLS(loop, "a");
	wsc_loop_free(loop);
	close(file);
	close(directory);
}

static void marked_by_its_owner(void)
{
	struct wsc_loop *loop = begin();
	struct actor a, b;
	int ends[2];

	open_pipe(ends);
	start(&a, loop, 'a', ends[0], WSC_READ);
	start(&b, loop, 'b', ends[0], WSC_READ);
	wsc_watch_mark(b.watch);
	wsc_watch_mark(b.watch);
	TELLS(loop, "b");
	TELLS(loop, "");
	wsc_watch_mark(a.watch);
	wsc_watch_drop(a.watch);
	TELLS(loop, "");
	CHECK(!wsc_watch_due(loop));
	wsc_loop_free(loop);
	close_both(ends);
}

static void refused(void)
{
	struct wsc_loop *loop = begin();
	int error, ends[2];

	open_pipe(ends);
	CHECK(open_set(loop)); /* or it would get one of the numbers */
	close_both(ends);
	CHECK(!wsc_watch_new(loop, -1, WSC_READ, on_ready, on_drop, NULL, &error) && error == EBADF);
	CHECK(!wsc_watch_new(loop, ends[0], WSC_READ, on_ready, on_drop, NULL, &error) && error == EBADF);
	CHECK(!wsc_watch_any(loop));
	TELLS(loop, "");
	wsc_loop_free(loop);
}

/* ---- numbers that change hands ------------------------------------------------------- */

/* Closed under the watch, and the number taken by another file at once. */
static void number_is_taken(void)
{
	static const bool files[][2] = {{false, false}, {false, true}, {true, false}};

	for (size_t i = 0; i < LENGTH(files); i++) {
		struct wsc_loop *loop = begin();
		struct actor a, b, c;
		int first[2], second[2], fd;

		open_pipe(first);
		fd = first[0];
		if (files[i][0]) {
			int directory = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

			CHECK(dup2(directory, fd) == fd);
			close(directory);
		}
		start(&a, loop, 'a', fd, WSC_READ);
		start(&c, loop, 'c', fd, WSC_WRITE);
		turn_tells(loop);
		close(fd);
		if (files[i][1]) {
			second[0] = second[1] = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		} else {
			open_pair(second);
		}
		CHECK(second[0] == fd);
		start(&b, loop, 'b', second[0], WSC_READ);
		CHECK(a.watch->descriptor == NULL && !a.dropped); /* not from inside wsc_watch_new() */
		if (!files[i][1]) {
			put(second[1]);
		}
		CHECKF(strcmp(turn_tells(loop), "ACb") == 0, "row %zu: %s", i, story);
		wsc_watch_drop(b.watch);
		CHECK(!wsc_watch_any(loop));
		wsc_loop_free(loop);
		close(first[1]);
		close(second[0]);
		close(second[1]);
	}
}

/* A connection of the server gets the number of a watch that was closed. */
static void number_is_taken_by_a_connection(void)
{
	struct world world;
	struct peer peer;
	struct actor a;
	int ends[2];

	world_begin(&world);
	story[0] = '\0';
	open_pair(ends);
	start(&a, world.loop, 'a', ends[0], WSC_READ);
	world_turn(&world);
	peer_connect(&peer, &world);
	close(ends[0]);
	peer_text(&peer, world_upgrade);
	UNTIL(&world, world.opened == 1);
	CHECK(world.conn->fd == ends[0]);
	wsc_watch_drop(a.watch); /* takes nothing of the connection away */
	world.on_message = world_echo;
	peer_expect_head(&peer, "HTTP/1.1 101 ");
	peer_send(&peer, "81'a'");
	peer_expect(&peer, "u81'a'");
	CHECKF(strcmp(story, "A") == 0, "told: %s", story);
	world_end(&world);
	close(ends[1]);
}

/* Closed under the watch, but the file lives on behind another number: epoll goes on
 * reporting it, and nothing can take it out of the set. kqueue forgets it by itself. */
static void file_lives_on(void)
{
	struct wsc_loop *loop = begin();
	struct actor a, b;
	wsc_pollset_event event;
	int ends[2], other[2], copy;

	open_pipe(ends);
	open_pipe(other);
	copy = dup(ends[0]);
	start(&b, loop, 'b', other[0], WSC_READ);
	start(&a, loop, 'a', ends[0], WSC_READ);
	close(ends[0]);
	wsc_watch_drop(a.watch);
	put(ends[1]);
#ifdef __linux__
	CHECK(wsc_pollset_poll(loop->watches.set, &event, 1) == 1);
#endif
	TELLS(loop, "");
	CHECK(wsc_pollset_poll(loop->watches.set, &event, 1) == 0); /* a new set */
	put(other[1]);
	TELLS(loop, "b");
	wsc_loop_free(loop);
	close(copy);
	close(ends[1]);
	close_both(other);
}

/* The same, but it comes back before anything was seen of it. */
static void file_comes_back(void)
{
	struct wsc_loop *loop = begin();
	struct actor a;
	int ends[2], copy;

	open_pipe(ends);
	copy = dup(ends[0]);
	start(&a, loop, 'a', ends[0], WSC_READ);
	close(ends[0]);
	wsc_watch_drop(a.watch);
	CHECK(dup2(copy, ends[0]) == ends[0]);
	start(&a, loop, 'a', ends[0], WSC_READ);
	TELLS(loop, "");
	put(ends[1]);
	TELLS(loop, "a");
	wsc_loop_free(loop);
	close(copy);
	close_both(ends);
}

/* ---- forked children ------------------------------------------------------------------- */

static struct wsc_loop *forked;
static struct actor *forked_actor;

static bool child_drops(void)
{
	wsc_watch_drop(forked_actor->watch);
	wsc_loop_free(forked);
	return true;
}

static bool child_runs(void)
{
	bool passed = CHECKF(strcmp(turn_tells(forked), "ab") == 0, "told: %s", story);

	wsc_watch_drop(forked_actor->watch);
	passed &= CHECKF(strcmp(turn_tells(forked), "b") == 0, "told: %s", story);
	wsc_loop_free(forked);
	return passed;
}

/* Its watches go on, and what it drops the parent still hears. */
static void fork_leaves_the_parent_alone(void)
{
	static bool (*const rows[])(void) = {child_drops, child_runs};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct wsc_loop *loop = begin();
		struct actor a, b;
		int ends[2];

		open_pair(ends);
		start(&a, loop, 'a', ends[0], WSC_READ);
		start(&b, loop, 'b', ends[0], WSC_WRITE);
		put(ends[1]);
		forked = loop;
		forked_actor = &a;
		CHECK(world_in_child(rows[i]));
		TELLS(loop, "ab");
		wsc_loop_free(loop);
		close_both(ends);
	}
}

/* ---- many ---------------------------------------------------------------------------------- */

#define MANY 300

static void many(void)
{
	struct wsc_loop *loop = begin();
	static struct actor actors[MANY];
	static int ends[MANY][2];

	for (size_t i = 0; i < MANY; i++) {
		open_pair(ends[i]);
		put(ends[i][1]);
		start(&actors[i], loop, (char) ('a' + i % 26), ends[i][0], i % 2 ? WSC_WRITE : WSC_READ);
	}
	turn_tells(loop);
	CHECKF(strlen(story) == MANY, "%zu", strlen(story));
	for (size_t i = 0; i < MANY; i += 3) {
		close(ends[i][0]);
		wsc_watch_drop(actors[i].watch);
	}
	turn_tells(loop);
	CHECKF(strlen(story) == MANY - MANY / 3, "%zu", strlen(story));
	wsc_loop_free(loop);
	for (size_t i = 0; i < MANY; i++) {
		close(ends[i][1]);
		if (i % 3) {
			close(ends[i][0]);
		}
	}
}

void test_watch(void)
{
	RUN(level_not_edge);
	RUN(order_of_a_turn);
	RUN(run_ends_with_the_last);
	RUN(nothing_left_is_no_sleep);
	RUN(dropped_by_one_before);
	RUN(nested_run);
	RUN(halted_between);
	RUN(always_ready);
	RUN(marked_by_its_owner);
	RUN(refused);
	RUN(number_is_taken);
	RUN(number_is_taken_by_a_connection);
	RUN(file_lives_on);
	RUN(file_comes_back);
	RUN(fork_leaves_the_parent_alone);
	RUN(many);
}
