/* SPDX-License-Identifier: MIT
 *
 * A loop with one server on a free port of 127.0.0.1, hooks that keep a
 * record, and clients of it. All of it is one thread: world_turn() lets the
 * server work for one turn without sleeping, then reads what its clients got.
 * A test waits for a condition with UNTIL, which gives up after some seconds;
 * no test waits for time itself: world_later() moves the deadlines instead.
 *
 * Used by the tests of whatever has a socket below it.
 */
#ifndef UNIT_WORLD_H
#define UNIT_WORLD_H

#include "../../ext/engine/internal.h"
#include "harness.h"
#include "ledger.h"

#define WORLD_CONNS 512
#define WORLD_PEERS 512

struct peer;

struct world {
	struct ledger ledger; /* the first, so that `data` of the hooks is one */
	struct wsc_hooks hooks;
	struct wsc_loop *loop;
	struct wsc_server *server;
	struct wsc_server_config config;

	/* What a test adds to the hooks; may be NULL. */
	void (*on_request)(struct world *world, const struct wsc_request *request);
	void (*on_open)(struct world *world, struct wsc_conn *conn);
	void (*on_message)(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload);
	void (*on_close)(struct world *world, struct wsc_conn *conn);
	void (*on_turn)(struct world *world);
	void *state; /* the test's */
	bool narrow; /* small socket buffers for connections from now on */

	/* The record. Hooks are checked for their order as they come. */
	unsigned opened;
	unsigned messages;
	unsigned closed;
	unsigned logged;
	enum wsc_log_level log_level;        /* of the last line */
	char log[1024];                      /* the last line */
	char story[2048];                    /* "o1 m1(hello) c1": a connection opened, was sent a message, was closed */
	struct wsc_conn *conn;               /* the last that was opened */
	struct wsc_conn *conns[WORLD_CONNS]; /* by id, between on_open and on_close */
	bool was_closed[WORLD_CONNS];

	struct peer *peers[WORLD_PEERS];
	size_t peer_count;
};

/* A client. */
struct peer {
	struct world *world;
	int fd;
	bool lazy;      /* does not read      */
	bool eof;       /* was told FIN …     */
	bool reset;     /* … or RST           */
	uint8_t *bytes; /* received and not yet taken */
	size_t length;
	size_t room;
};

/* Fills in the config: a test may change it, and then calls world_listen(). */
void world_init(struct world *world);
void world_listen(struct world *world);
/* wsc_server_listen() of one address, which is well-formed. */
enum wsc_status world_listen_at(struct world *world, const char *text, uint16_t port,
                                struct wsc_listen_failure *failure);
/* The first of the server's. */
struct wsc_listener *world_listener(struct world *world);
/* Both, with the defaults. */
void world_begin(struct world *world);
/* Frees everything and checks that nothing is left. */
void world_end(struct world *world);

void world_turn(struct world *world);
/* As if so many seconds had gone by; then a turn, in which the sweep comes. */
void world_later(struct world *world, unsigned seconds);
/* Waits until its one connection is no more; on_close has then been called, once. */
void world_expect_gone(struct world *world, const char *name);
void world_tell(struct world *world, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* on_message hooks: send it back; the same by a reference. */
void world_echo(struct world *world, struct wsc_conn *conn, const struct wsc_payload *payload);

/* Connects; peer_open() also shakes hands. */
void peer_connect(struct peer *peer, struct world *world);
/* To a port that is not the first of the server. */
void peer_connect_port(struct peer *peer, struct world *world, uint16_t port);
void peer_open(struct peer *peer, struct world *world);
/* Closes the socket and frees the buffer. */
void peer_end(struct peer *peer);
/* The same with an RST. */
void peer_abort(struct peer *peer);

void peer_write(struct peer *peer, const void *bytes, size_t length);
void peer_text(struct peer *peer, const char *text);   /* as it is  */
void peer_send(struct peer *peer, const char *frames); /* frames.h  */
void peer_fin(struct peer *peer);

/* Waits for exactly these frames next, and takes them. */
bool peer_expect(struct peer *peer, const char *frames);
/* Waits for the end; nothing else may come before it. */
void peer_expect_end(struct peer *peer);
/* Waits for a whole response head that starts like this, and takes it. */
void peer_expect_head(struct peer *peer, const char *start);
void peer_take(struct peer *peer, size_t length);

extern const char world_upgrade[]; /* a request head that is upgraded */

/* Runs a test in a forked child, which a watchdog ends; was it true? A check
 * that fails in a child is printed but not counted: the result has to say it. */
bool world_in_child(bool (*test)(void));

/* One turn more? false once the patience for one UNTIL is used up. */
bool world_patient(struct world *world, wsc_time *limit);

/* A macro, because it looks at its condition again and again. */
#define UNTIL(world, condition) \
	do { \
		wsc_time limit_ = 0; \
\
		while (!(condition) && world_patient((world), &limit_)) { \
		} \
		CHECK(condition); \
	} while (0)

/* RUN for a test that counts turns, or what the kernel takes at once: it is
 * spared what WSC_SHUFFLE asks for (fault.h). */
#define RUN_EXACT(test) world_run_exact(#test, test)
void world_run_exact(const char *name, void (*test)(void));

#endif
