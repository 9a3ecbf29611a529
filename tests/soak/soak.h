/* SPDX-License-Identifier: MIT
 *
 * What the files of the soak's load share: main.c (options, the loop), peer.c
 * (a connection and its frames), stamp.c (messages that are checked), healthy.c
 * (connections whose every message counts) and churn.c (those that misbehave).
 */
#ifndef SOAK_H
#define SOAK_H

#include <openssl/ssl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PEERS 256 /* connections of one process at once */
#define SECOND 1000000000ULL

enum {
	CONTINUATION,
	TEXT,
	BINARY,
	CLOSE = 8,
	PING,
	PONG
};

enum stage {
	CONNECTING,
	SECURING, /* the handshake of TLS */
	SHAKING,  /* the request is sent */
	OPEN,
	GARBAGE /* it was never meant to become a WebSocket: what comes is only read */
};

enum how {
	PLAIN,
	TLS,
	PLAIN_AT_TLS /* plain bytes to the port that speaks TLS */
};

struct bytes {
	uint8_t *at;
	size_t length;
	size_t size;
};

struct peer;

/* What a kind of connection does. Each may call peer_drop(); the peer is not touched afterwards. */
struct role {
	const char *name;
	unsigned weight;                                              /* how often, beside the others */
	void (*begun)(struct peer *p);                                /* connected; NULL: it asks for its path */
	void (*opened)(struct peer *p);                               /* the 101 has come */
	void (*message)(struct peer *p, const uint8_t *at, size_t n); /* a whole one; NULL: whatever */
	void (*due)(struct peer *p);                                  /* the time it waited for has come */
	void (*gone)(struct peer *p, const char *how);                /* the server has ended it; then it is dropped */
};

struct peer {
	int fd; /* -1: this place is free */
	uint32_t generation;
	SSL *ssl; /* NULL: plain TCP */
	enum stage stage;
	bool deaf;        /* does not read */
	bool wants_write; /* TLS does, for whatever it does */
	uint32_t events;  /* asked of epoll */
	const struct role *role;
	char path[32];
	bool packs;        /* asks for permessage-deflate */
	struct bytes in;   /* no whole head or frame yet */
	struct bytes text; /* of a message in fragments */
	struct bytes out;  /* still to be sent */
	size_t out_from;
	uint16_t close_code; /* of the server's Close; 0: none has come */
	uint64_t due;        /* when role->due is called; 0: never */
	/* The role's own. */
	uint32_t number; /* in its messages */
	uint32_t sent;
	uint32_t received;
	uint32_t goal;
	bool said_close;
	bool knows_next; /* lurk: which message to all is the next */
	uint32_t next;
};

extern struct options {
	int port;
	int tls_port; /* 0: none */
	uint64_t seed;
	double seconds; /* 0: until SIGTERM */
	uint32_t connections;
	double pace; /* new connections a second; messages of a healthy connection */
} opt;

/* ---- main.c --------------------------------------------------------------- */

extern bool stopping; /* SIGTERM has come, or the time is over */

_Noreturn void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));
uint64_t now(void);

/* Seeded: 0 to below - 1; one from `least` to `most`, small ones as likely as large ones. */
uint32_t dice(uint32_t below);
size_t dice_size(size_t least, size_t most);

/* Counted by name, for the line at the end. */
void count(const char *what);

/* ---- peer.c --------------------------------------------------------------- */

void peers_start(void);

/* Waits, at most 10 ms, and deals with what has happened. */
void peers_turn(void);

/* The i-th place; its connection may be none. */
struct peer *peer_at(uint32_t i);
uint32_t peers_alive(void);

/* Connects; NULL if there is no place. Without a port for TLS all are plain. */
struct peer *peer_begin(const struct role *role, const char *path, enum how how, bool packs);

/* Queues bytes; a masked frame; a message, in frames of `fragment` bytes if that is not 0. */
void peer_bytes(struct peer *p, const void *at, size_t n);
void peer_frame(struct peer *p, uint8_t first, const void *at, size_t n);
void peer_message(struct peer *p, uint8_t first, const void *at, size_t n, size_t fragment);
void peer_close(struct peer *p, uint16_t code);

/* Sends at most `part` bytes of the request for the path, from byte `from` on. Returns how long it is. */
size_t peer_request(struct peer *p, size_t from, size_t part);

void peer_listen(struct peer *p, bool reads);
void peer_half_close(struct peer *p);

/* Closes the descriptor, with a reset if that is asked for, and frees what the peer has. */
void peer_drop(struct peer *p, bool reset);

void bytes_add(struct bytes *b, const void *at, size_t n);

/* ---- stamp.c -------------------------------------------------------------- */

#define STAMP 25 /* kind, sender, number, length: what a message begins with */

/* Makes message `number` of a sender; the memory is the module's, until the next. */
const uint8_t *stamp_make(char kind, uint32_t sender, uint32_t number, size_t length);

struct stamp {
	char kind; /* 'e' echo, 'b' the same as a binary message, 'r' to the room, 'a' to all, 'n' noise */
	uint32_t sender;
	uint32_t number;
};

/* Ends the process if a single byte is not as stamp_make() had made it. */
struct stamp stamp_read(const struct peer *p, const uint8_t *at, size_t n);

/* ---- healthy.c, churn.c ---------------------------------------------------- */

void healthy_start(void);
/* False: all have said goodbye. */
bool healthy_turn(void);

void churn_start(void);
bool churn_turn(void);

#endif
