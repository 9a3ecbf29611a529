/* SPDX-License-Identifier: MIT
 *
 * A client of a world over TLS, on a peer of it (world.h): OpenSSL with memory on
 * both sides, so that a test decides what of its bytes goes out when. And a
 * certificate to trust, made anew for each run, in files of a folder of its own.
 */
#ifndef UNIT_TLS_PEER_H
#define UNIT_TLS_PEER_H

#include "world.h"

#include <openssl/ssl.h>

/* The files of one certificate. */
struct tls_files {
	char folder[64];
	char cert[96];
	char key[96];
};

/* For this host; signed by itself. */
void tls_files_make(struct tls_files *files, const char *host);
void tls_files_remove(struct tls_files *files);

/* A world whose server speaks TLS with that certificate: world_init() comes before,
 * world_listen() follows. */
void tls_world_use(struct world *world, const struct tls_files *files);

struct tls_peer {
	struct peer peer;
	SSL_CTX *context;
	SSL *ssl;
	BIO *out;      /* what OpenSSL wants to have sent */
	bool notified; /* close_notify has come           */
};

/* Connects, with the versions from `least` to `most` (0: any); nothing is sent yet. */
void tls_peer_connect(struct tls_peer *client, struct world *world, int least, int most);
void tls_peer_end(struct tls_peer *client);

/* Goes on with whatever it is at: what has come is given to OpenSSL. */
void tls_peer_feed(struct tls_peer *client);
/* Sends what OpenSSL has made, in pieces of so many bytes with a turn behind each;
 * 0: at once. */
void tls_peer_push(struct tls_peer *client, size_t piece);

/* Shakes hands, in such pieces; then upgrades. false: it was refused. */
bool tls_peer_shake(struct tls_peer *client, size_t piece);
bool tls_peer_open(struct tls_peer *client, struct world *world, size_t piece);

/* As peer_send(), peer_expect() and peer_expect_end(). */
void tls_peer_send(struct tls_peer *client, const char *frames);
bool tls_peer_expect(struct tls_peer *client, const char *frames);

#endif
