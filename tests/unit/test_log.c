/* SPDX-License-Identifier: MIT
 *
 * log.c: which lines are written at which log_level, that nothing of a client's can look
 * like another line, and that no line has more of a request than its path.
 */
#include "world.h"

#include <string.h>

static void levels_are_asked_for(void)
{
	struct world world;
	int asked, level;

	world_begin(&world);
	for (asked = WSC_LOG_error; asked <= WSC_LOG_debug; asked++) {
		world.server->options.log_level = (uint8_t) asked;
		for (level = WSC_LOG_error; level <= WSC_LOG_debug; level++) {
			world.logged = 0;
			wsc_server_log(world.server, (enum wsc_log_level) level, "%s", "x");
			CHECKF(world.logged == (level <= asked), "%d at %d", level, asked);
			CHECK(world.logged == 0 || world.log_level == (enum wsc_log_level) level);
		}
	}
	world_end(&world);
}

static void bytes_are_escaped(void)
{
	struct world world;
	char long_text[2000];

	world_begin(&world);
	wsc_server_log(world.server, WSC_LOG_error, "%s", "a b~\n\r\t\x1B[31m\x7F\xC3\xA4\\x");
	CHECKF(strcmp(world.log, "a b~\\x0A\\x0D\\x09\\x1B[31m\\x7F\\xC3\\xA4\\x") == 0, "%s", world.log);
	memset(long_text, 'x', sizeof long_text - 1);
	long_text[sizeof long_text - 1] = '\0';
	wsc_server_log(world.server, WSC_LOG_error, "%s", long_text);
	CHECKF(strlen(world.log) > 500 && strlen(world.log) < 512, "%zu", strlen(world.log));
	memset(long_text, '\xFF', sizeof long_text - 1);
	wsc_server_log(world.server, WSC_LOG_error, "%s", long_text);
	CHECKF(strlen(world.log) > 500 && strlen(world.log) < 512 && strlen(world.log) % 4 == 0, "%zu", strlen(world.log));
	wsc_loop_mute(world.loop);
	world.logged = 0;
	wsc_server_log(world.server, WSC_LOG_error, "x");
	CHECK(world.logged == 0);
	world_end(&world);
}

/* The last line after a request for this target. */
static void ask(struct world *world, struct peer *peer, const char *target)
{
	char head[1024];

	peer_connect(peer, world);
	snprintf(head, sizeof head,
	         "GET %s HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nCookie: secret\r\n"
	         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
	         target);
	peer_text(peer, head);
}

static void a_path_is_all_of_a_request(void)
{
	static const struct {
		const char *target;
		const char *line;
	} cases[] = {
		{"/chat?token=secret", "connection 1 (127.0.0.1) is open: /chat"},
		{"/?secret", "connection 2 (127.0.0.1) is open: /"},
		{"http://x/chat/%73?secret", "connection 3 (127.0.0.1) is open: /chat/%73"},
	};
	struct world world;
	struct peer peer;
	unsigned opened = 0;
	size_t i;

	world_init(&world);
	world.config.options.log_level = WSC_LOG_info;
	world_listen(&world);
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		ask(&world, &peer, cases[i].target);
		UNTIL(&world, world.opened == opened + 1);
		opened = world.opened;
		CHECKF(strcmp(world.log, cases[i].line) == 0, "%s", world.log);
		peer_end(&peer);
		UNTIL(&world, world.closed == opened);
	}
	world_end(&world);
}

static void a_life_is_two_lines(void)
{
	struct world world;
	struct peer peer;

	world_init(&world);
	world.config.options.log_level = WSC_LOG_info;
	world_listen(&world);
	peer_open(&peer, &world);
	CHECK(world.logged == 1 && world.log_level == WSC_LOG_info);
	peer_send(&peer, "88#03E8");
	UNTIL(&world, world.closed == 1);
	peer_expect(&peer, "u88#03E8");
	peer_fin(&peer);
	UNTIL(&world, wsc_server_connections(world.server) == 0);
	CHECKF(world.logged == 2 && strstr(world.log, " s with 1000, by the client"), "%u %s", world.logged, world.log);
	CHECKF(strncmp(world.log, "connection 1 (127.0.0.1) has ended after ", 41) == 0, "%s", world.log);
	peer_end(&peer);
	/* Whoever is on when the level is raised has no beginning. */
	world.server->options.log_level = WSC_LOG_notice;
	peer_open(&peer, &world);
	CHECK(world.logged == 2);
	world.server->options.log_level = WSC_LOG_info;
	peer_fin(&peer);
	UNTIL(&world, world.closed == 2);
	CHECKF(strcmp(world.log, "connection 2 (127.0.0.1) has ended with 1006, by the network") == 0, "%s", world.log);
	peer_end(&peer);
	world_end(&world);
}

static void refusals_are_for_debug(void)
{
	struct world world;
	struct peer peer;

	world_init(&world);
	world.config.options.log_level = WSC_LOG_debug;
	world_listen(&world);
	peer_connect(&peer, &world);
	UNTIL(&world, world.logged == 1);
	CHECKF(strcmp(world.log, "connection 1 (127.0.0.1) was accepted") == 0, "%s", world.log);
	peer_text(&peer, "nonsense secret\r\n\r\n");
	UNTIL(&world, world.logged == 2);
	CHECKF(strcmp(world.log, "connection 1 (127.0.0.1) was refused with 400") == 0, "%s", world.log);
	CHECK(world.log_level == WSC_LOG_debug);
	peer_fin(&peer);
	UNTIL(&world, wsc_server_connections(world.server) == 0);
	CHECKF(strcmp(world.log, "connection 1 (127.0.0.1) has ended before it was open") == 0, "%s", world.log);
	peer_end(&peer);
	/* Not without a key. */
	peer_connect(&peer, &world);
	peer_text(&peer, "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
	UNTIL(&world, world.logged == 5);
	CHECKF(strcmp(world.log, "connection 2 (127.0.0.1) was refused with 400") == 0, "%s", world.log);
	peer_end(&peer);
	world_end(&world);
}

void test_log(void)
{
	RUN(levels_are_asked_for);
	RUN(bytes_are_escaped);
	RUN(a_path_is_all_of_a_request);
	RUN(a_life_is_two_lines);
	RUN(refusals_are_for_debug);
}
