/* SPDX-License-Identifier: MIT
 *
 * listener.c: who is accepted and when, on one address and on several, what happens
 * when there are no descriptors left, and that no program started later inherits one.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* dup3 */
#endif

#include "../../ext/engine/listener.c"

#include "world.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

static void pause_and_resume(void)
{
	struct world world;
	struct peer before, during, after;

	world_begin(&world);
	world.on_message = world_echo;
	peer_open(&before, &world);
	wsc_server_pause(world.server);
	wsc_server_pause(world.server);
	peer_connect(&during, &world);
	peer_text(&during, world_upgrade);
	peer_send(&before, "81'a'");
	peer_expect(&before, "u81'a'"); /* those that are there go on */
	for (int i = 0; i < 5; i++) {
		world_turn(&world);
	}
	CHECK(world.opened == 1 && wsc_server_connections(world.server) == 1);
	CHECK(wsc_server_port(world.server) != 0);
	wsc_server_resume(world.server);
	peer_expect_head(&during, "HTTP/1.1 101 ");
	peer_open(&after, &world);
	CHECK(world.opened == 3);
	world_end(&world);
}

/* Two addresses: one budget each, one limit and one pause for both. */
static void several(void)
{
	struct world world;
	struct wsc_listen_failure failure;
	struct peer first[4], second[4];
	uint16_t ports[2];

	world_init(&world);
	world.config.protocol = WSC_PROTOCOL_RAW;
	world.config.options.max_connections = 6;
	world_listen(&world);
	CHECK(world_listen_at(&world, "127.0.0.1", 0, &failure) == WSC_OK);
	ports[0] = world_listener(&world)->socket.port;
	ports[1] = WSC_CONTAINER(world.server->listeners.prev, struct wsc_listener, siblings)->socket.port;
	CHECK(ports[0] != ports[1] && wsc_server_port(world.server) == ports[0]);
	wsc_server_pause(world.server);
	CHECK(!wsc_server_listens(world.server));
	for (size_t i = 0; i < LENGTH(first); i++) {
		peer_connect_port(&first[i], &world, ports[0]);
		peer_connect_port(&second[i], &world, ports[1]);
	}
	for (int i = 0; i < 5; i++) {
		world_turn(&world);
	}
	CHECK(world.opened == 0);
	wsc_server_resume(world.server);
	UNTIL(&world, world.opened == 6 && world.logged == 1);
	for (int i = 0; i < 5; i++) {
		world_turn(&world);
	}
	CHECKF(world.opened == 6 && world.logged == 1, "%u opened, %u lines", world.opened, world.logged);
	for (struct wsc_list *node = world.server->listeners.next; node != &world.server->listeners; node = node->next) {
		CHECK(!WSC_CONTAINER(node, struct wsc_listener, siblings)->armed);
	}
	/* Room for those who wait, whichever of the two they came to. */
	for (size_t i = 0; i < LENGTH(first); i++) {
		peer_fin(&first[i]);
	}
	UNTIL(&world, world.opened == 8);
	wsc_server_close_listener(world.server);
	CHECK(wsc_server_port(world.server) == 0 && wsc_server_uri(world.server) == NULL);
	CHECK(!wsc_list_empty(&world.server->listeners));
	world_later(&world, 1);
	CHECK(wsc_list_empty(&world.server->listeners)); /* the sweep has freed them */
	world_end(&world);
}

/* One that can't accept keeps the others from nothing. */
static void one_is_broken(void)
{
	struct world world;
	struct wsc_listen_failure failure;
	struct peer peer;
	struct wsc_listener *broken, *good;
	int other = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0); /* does not listen */

	world_begin(&world);
	broken = world_listener(&world);
	CHECK(world_listen_at(&world, "127.0.0.1", 0, &failure) == WSC_OK);
	good = WSC_CONTAINER(world.server->listeners.prev, struct wsc_listener, siblings);
	peer_connect(&peer, &world);
	CHECK(dup3(other, broken->socket.fd, O_CLOEXEC) >= 0); /* EINVAL */
	broken->armed = true;
	on_event(broken->socket.fd, EV_READ, broken);
	world_turn(&world);
	CHECK(!broken->armed && broken->retry != 0 && good->armed && world.logged == 1);
	peer_end(&peer);
	peer_connect_port(&peer, &world, good->socket.port);
	peer_text(&peer, world_upgrade);
	peer_expect_head(&peer, "HTTP/1.1 101 ");
	close(other);
	world_end(&world);
}

/* Neither a paused listener nor one that is closed keeps run() going. */
static bool run_returns(void)
{
	struct world world;
	bool passed = true;

	world_begin(&world);
	wsc_server_pause(world.server);
	wsc_loop_run(world.loop);
	passed &= CHECK(!wsc_loop_running(world.loop));
	wsc_server_resume(world.server);
	wsc_server_close_listener(world.server);
	wsc_loop_run(world.loop);
	passed &= CHECK(!wsc_loop_running(world.loop));
	world_end(&world);
	return passed;
}

static void nothing_to_wait_for(void)
{
	CHECK(world_in_child(run_returns));
}

static void close_and_listen_again(void)
{
	struct world world;
	struct peer before, after;
	struct sockaddr_in address = {.sin_family = AF_INET};
	struct wsc_listen_failure failure;
	int fd;

	world_begin(&world);
	world.on_message = world_echo;
	peer_open(&before, &world);
	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	address.sin_port = htons(wsc_server_port(world.server));
	wsc_server_close_listener(world.server);
	wsc_server_close_listener(world.server);
	CHECK(wsc_server_port(world.server) == 0);
	fd = socket(AF_INET, SOCK_STREAM, 0);
	CHECK(connect(fd, (struct sockaddr *) &address, sizeof address) != 0 && errno == ECONNREFUSED);
	close(fd);
	peer_send(&before, "81'a'");
	peer_expect(&before, "u81'a'");
	CHECK(world_listen_at(&world, "127.0.0.1", ntohs(address.sin_port), &failure) == WSC_OK);
	peer_open(&after, &world);
	CHECK(world.opened == 2);
	world_end(&world);
}

static void close_listener(struct world *world, struct wsc_conn *conn)
{
	(void) conn;
	wsc_server_close_listener(world->server);
}

/* … from inside the hook that it has just called (raw servers). */
static void closed_while_it_accepts(void)
{
	struct world world;
	struct peer peers[3];

	world_init(&world);
	world.config.protocol = WSC_PROTOCOL_RAW;
	world_listen(&world);
	world.on_open = close_listener;
	for (size_t i = 0; i < LENGTH(peers); i++) {
		peer_connect(&peers[i], &world);
	}
	UNTIL(&world, world.opened == 1 && peers[1].reset && peers[2].reset);
	CHECK(world.opened == 1 && !peers[0].reset);
	world_end(&world);
}

/* accept_budget bounds what one turn accepts. */
static void many_at_once(void)
{
	enum {
		BUDGET = 16
	};
	struct world world;
	static struct peer peers[3 * BUDGET];

	world_init(&world);
	world.config.options.accept_budget = BUDGET;
	world.config.protocol = WSC_PROTOCOL_RAW;
	world_listen(&world);
	for (size_t i = 0; i < LENGTH(peers); i++) {
		peer_connect(&peers[i], &world);
	}
	UNTIL(&world, world.opened > 0);
	CHECKF(world.opened <= BUDGET, "%u", world.opened); /* in that turn */
	UNTIL(&world, world.opened == LENGTH(peers));
	world_end(&world);
}

static void max_connections(void)
{
	struct world world;
	struct peer a, b, c, d;

	world_init(&world);
	world.config.options.max_connections = 2;
	world_listen(&world);
	peer_open(&a, &world);
	peer_open(&b, &world);
	peer_connect(&c, &world);
	peer_connect(&d, &world);
	peer_text(&c, world_upgrade);
	peer_text(&d, world_upgrade);
	UNTIL(&world, world.logged == 1);
	for (int i = 0; i < 5; i++) {
		world_turn(&world);
	}
	CHECK(world.opened == 2 && wsc_server_connections(world.server) == 2);
	CHECK(!world_listener(&world)->armed); /* it does not spin */
	CHECKF(world.logged == 1 && strstr(world.log, "max_connections") != NULL, "%u: %s", world.logged, world.log);
	peer_end(&a);
	peer_expect_head(&c, "HTTP/1.1 101 ");
	world_turn(&world);
	CHECK(world.opened == 3 && wsc_server_connections(world.server) == 2);
	peer_abort(&b);
	peer_expect_head(&d, "HTTP/1.1 101 ");
	CHECK(world.opened == 4 && world.closed == 2);
	/* Below the limit again, for good. */
	peer_end(&c);
	peer_end(&d);
	UNTIL(&world, world.closed == 4);
	CHECK(world_listener(&world)->armed);
	world_end(&world);
}

static int lowest_free_descriptor(void)
{
	int fd = dup(0);

	close(fd);
	return fd;
}

static bool set_descriptor_limit(rlim_t soft)
{
	struct rlimit limit;

	getrlimit(RLIMIT_NOFILE, &limit);
	limit.rlim_cur = soft;
	return setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

static bool no_descriptors_left(void)
{
	struct rlimit limit;
	struct world world;
	struct peer a, b, c;
	bool passed = true;

	getrlimit(RLIMIT_NOFILE, &limit);
	world_begin(&world);
	peer_open(&a, &world);
	peer_connect(&b, &world);
	peer_connect(&c, &world);
	peer_text(&b, world_upgrade);
	peer_text(&c, world_upgrade);
	passed &= CHECK(set_descriptor_limit((rlim_t) lowest_free_descriptor()));
	UNTIL(&world, world.logged == 1);
	for (int i = 0; i < 20; i++) {
		world_turn(&world);
	}
	passed &=
		CHECKF(world.logged == 1 && strstr(world.log, "cannot accept") != NULL, "%u: %s", world.logged, world.log);
	passed &= CHECK(!world_listener(&world)->armed && world.opened == 1);
	/* The sweep tries again, in vain and without another line. */
	world_later(&world, 2);
	passed &= CHECK(world_listener(&world)->armed);
	UNTIL(&world, !world_listener(&world)->armed);
	passed &= CHECKF(world.logged == 1 && !world_listener(&world)->armed, "%u", world.logged);
	/* One that ends leaves its descriptor to the next, at once: not at a sweep. */
	world.loop->next_sweep = wsc_timer_clock() + UINT64_C(3600000000);
	passed &= CHECK(set_descriptor_limit(limit.rlim_cur));
	peer_fin(&a);
	UNTIL(&world, world.opened == 3);
	passed &= CHECK(world.opened == 3 && world.closed == 1 && world.logged == 1);
	world_end(&world);
	return passed;
}

static bool descriptors_return_by_themselves(void)
{
	struct rlimit limit;
	struct world world;
	struct peer a;
	bool passed = true;

	getrlimit(RLIMIT_NOFILE, &limit);
	world_begin(&world);
	peer_connect(&a, &world);
	peer_text(&a, world_upgrade);
	passed &= CHECK(set_descriptor_limit((rlim_t) lowest_free_descriptor()));
	UNTIL(&world, world.logged == 1);
	passed &= CHECK(world.logged == 1 && !world_listener(&world)->armed);
	passed &= CHECK(set_descriptor_limit(limit.rlim_cur));
	for (int i = 0; i < 5; i++) {
		world_turn(&world);
	}
	passed &= CHECK(world.opened == 0);
	world_later(&world, 2);
	UNTIL(&world, world.opened == 1);
	passed &= CHECK(world.opened == 1 && world.logged == 1);
	world_end(&world);
	return passed;
}

static void out_of_descriptors(void)
{
	CHECK(world_in_child(no_descriptors_left));
	CHECK(world_in_child(descriptors_return_by_themselves));
}

static bool limit_is_raised(void)
{
	struct rlimit limit;
	struct world world;
	bool passed = true;

	passed &= CHECK(set_descriptor_limit(200));
	world_init(&world);
	world.config.options.max_connections = 0;
	world_listen(&world);
	getrlimit(RLIMIT_NOFILE, &limit);
	passed &= CHECK(limit.rlim_cur == limit.rlim_max);
	passed &= CHECKF(world.server->options.max_connections > 0 &&
	                     world.server->options.max_connections + DESCRIPTOR_RESERVE <= limit.rlim_cur,
	                 "%u", world.server->options.max_connections);
	world_end(&world);
	return passed;
}

static void max_connections_by_default(void)
{
	CHECK(world_in_child(limit_is_raised));
}

/* Those of a loop that listens, has clients and has run; the test's own are
 * close-on-exec too, or were there before. */
static void close_on_exec(void)
{
	bool before[1024] = {false};
	struct world world;
	struct peer a, b;
	DIR *folder;
	struct dirent *entry;
	unsigned checked = 0;

	for (int fd = 0; fd < 1024; fd++) {
		before[fd] = fcntl(fd, F_GETFD) >= 0;
	}
	world_begin(&world);
	peer_open(&a, &world);
	peer_open(&b, &world);
	folder = opendir("/proc/self/fd");
	if (!folder) {
		folder = opendir("/dev/fd");
	}
	CHECK(folder != NULL);
	while (folder && (entry = readdir(folder))) {
		int fd = atoi(entry->d_name);

		if (entry->d_name[0] != '.' && fd < 1024 && !before[fd]) {
			CHECKF((fcntl(fd, F_GETFD) & FD_CLOEXEC) != 0, "descriptor %d", fd);
			checked++;
		}
	}
	closedir(folder);
	/* event queue, listener, two connections, two clients, the folder */
	CHECKF(checked >= 7, "%u", checked);
	world_end(&world);
	for (int fd = 0; fd < 1024; fd++) {
		CHECKF(before[fd] == (fcntl(fd, F_GETFD) >= 0), "descriptor %d is left", fd);
	}
}

void test_listener(void)
{
	RUN(pause_and_resume);
	RUN(several);
	RUN(one_is_broken);
	RUN(nothing_to_wait_for);
	RUN(close_and_listen_again);
	RUN(closed_while_it_accepts);
	RUN(many_at_once);
	RUN(max_connections);
	RUN(out_of_descriptors);
	RUN(max_connections_by_default);
	RUN(close_on_exec);
}
