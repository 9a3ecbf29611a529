/* SPDX-License-Identifier: MIT
 *
 * A loop with a server and some clients, each on the other end of a socketpair,
 * in one thread: party_turn() lets the server work for one turn without
 * sleeping, looks whether its books are right, and reads what the clients got.
 * The hooks do what the first byte of a message says, and keep a record; what
 * must hold between two of them is looked at as they come.
 */
#ifndef FUZZ_PARTY_H
#define FUZZ_PARTY_H

#include "story.h"

#define PARTY_CLIENTS 2

struct party;

/* Something that user code has sent. */
struct sent {
	uint8_t opcode;
	uint8_t *bytes; /* its own */
	size_t length;
};

struct client {
	struct party *party;
	int fd;                /* -1: none */
	bool raw;              /* of plain TCP  */
	bool lazy;             /* does not read */
	bool gone;             /* has closed its end without being asked, or was never there */
	bool ended;            /* was told FIN … */
	bool reset;            /* … or that the connection is gone */
	bool opened;           /* on_open was called */
	bool closed;           /* on_close was    */
	bool busy;             /* on_message is running */
	bool doubtful;         /* may look back beyond its window: whether that is seen depends on the cuts */
	struct wsc_conn *conn; /* between on_open and on_close */
	struct wire got;
	struct sent *sent;
	size_t sent_count;
};

struct party {
	struct ledger ledger; /* the first, so that `data` of the hooks is one */
	struct wsc_hooks hooks;
	struct wsc_loop *loop;
	struct wsc_server *server;
	bool greet;    /* user code sends something at once … */
	bool refuse;   /* … closes at once …                  */
	bool farewell; /* … tells the others who has left     */
	bool chance;   /* the order of what the clients get depends on the cuts */
	bool narrow;   /* small buffers in the kernel         */
	struct client clients[PARTY_CLIENTS];
};

/* Begins with these options; false: no memory, and nothing to be ended. */
bool party_begin(struct party *party, const struct wsc_server_config *config);

/* A connection for client `index`, who has none. */
void party_connect(struct party *party, size_t index);

/* Sends, with turns in between where the kernel takes no more. */
void party_send(struct party *party, struct client *client, const uint8_t *bytes, size_t length);

void party_turn(struct party *party);
/* Until nobody has anything to do. */
void party_rest(struct party *party);
/* As if so many seconds had gone by. */
void party_later(struct party *party, unsigned seconds);
/* The client closes its end, without being asked. */
void party_leave(struct client *client);

/* All clients read on and say FIN; nothing may be left then. */
void party_end(struct party *party);
/* Frees what the clients have got. */
void party_free(struct party *party);

#endif
