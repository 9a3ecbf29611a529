/* SPDX-License-Identifier: MIT
 *
 * A connection of the load: connects, shakes hands (TLS, HTTP), sends what is
 * queued, takes frames apart and tells its role. It is strict about what a server
 * may send. Nothing here blocks; a place is reused, so epoll's events carry its
 * generation.
 */
#define _GNU_SOURCE
#include "soak.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define RECEIVE 262144
#define MOST (20 << 20) /* bytes of a frame that a server of ours may send */

static struct peer peers[PEERS];
static int queue;
static SSL_CTX *context;
static uint8_t received[RECEIVE];

void bytes_add(struct bytes *b, const void *at, size_t n)
{
	if (b->size - b->length < n) {
		b->size = (b->length + n) * 3 / 2 + 64;
		b->at = realloc(b->at, b->size);
		if (b->at == NULL) {
			fail("no memory for %zu bytes", b->size);
		}
	}
	memcpy(b->at + b->length, at, n);
	b->length += n;
}

static void bytes_free(struct bytes *b)
{
	free(b->at);
	*b = (struct bytes){0};
}

void peers_start(void)
{
	queue = epoll_create1(EPOLL_CLOEXEC);
	context = SSL_CTX_new(TLS_client_method());
	if (queue < 0 || context == NULL) {
		fail("no epoll, or no TLS");
	}
	SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
	for (uint32_t i = 0; i < PEERS; i++) {
		peers[i].fd = -1;
	}
}

struct peer *peer_at(uint32_t i)
{
	return &peers[i];
}

uint32_t peers_alive(void)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < PEERS; i++) {
		n += peers[i].fd >= 0;
	}
	return n;
}

static void watch(struct peer *p)
{
	bool writes = p->stage == CONNECTING || p->wants_write || (p->stage != SECURING && p->out.length > p->out_from);
	struct epoll_event event = {.data.u64 = (uint64_t) p->generation << 32 | (uint64_t) (p - peers)};

	event.events = (p->deaf ? 0 : EPOLLIN) | (writes ? EPOLLOUT : 0);
	if (event.events != p->events) {
		p->events = event.events;
		epoll_ctl(queue, EPOLL_CTL_MOD, p->fd, &event);
	}
}

struct peer *peer_begin(const struct role *role, const char *path, enum how how, bool packs)
{
	struct sockaddr_in to = {.sin_family = AF_INET};
	struct epoll_event event = {.events = EPOLLOUT};
	struct peer *p = NULL;

	for (uint32_t i = 0; i < PEERS && p == NULL; i++) {
		p = peers[i].fd < 0 ? &peers[i] : NULL;
	}
	if (p == NULL) {
		return NULL;
	}
	how = opt.tls_port != 0 ? how : PLAIN;
	*p = (struct peer){.role = role, .generation = p->generation + 1, .stage = CONNECTING, .packs = packs};
	snprintf(p->path, sizeof p->path, "%s", path);
	p->events = EPOLLOUT;
	p->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (p->fd < 0) {
		fail("no socket: %s", strerror(errno));
	}
	if (how == TLS) {
		p->ssl = SSL_new(context);
		if (p->ssl == NULL || !SSL_set_fd(p->ssl, p->fd)) {
			fail("no TLS");
		}
	}
	setsockopt(p->fd, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
	to.sin_port = htons((uint16_t) (how == PLAIN ? opt.port : opt.tls_port));
	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (connect(p->fd, (struct sockaddr *) &to, sizeof to) != 0 && errno != EINPROGRESS) {
		fail("cannot connect: %s", strerror(errno));
	}
	event.data.u64 = (uint64_t) p->generation << 32 | (uint64_t) (p - peers);
	epoll_ctl(queue, EPOLL_CTL_ADD, p->fd, &event);
	count(role->name);
	return p;
}

void peer_drop(struct peer *p, bool reset)
{
	if (reset) {
		setsockopt(p->fd, SOL_SOCKET, SO_LINGER, &(struct linger){1, 0}, sizeof(struct linger));
	}
	SSL_free(p->ssl);
	close(p->fd);
	bytes_free(&p->in);
	bytes_free(&p->text);
	bytes_free(&p->out);
	p->fd = -1;
}

/* The server has ended it, or the connection is broken. */
static void ended(struct peer *p, const char *how)
{
	uint32_t generation = p->generation;

	if (p->role->gone != NULL) {
		p->role->gone(p, how);
	}
	if (p->fd >= 0 && p->generation == generation) {
		peer_drop(p, false);
	}
}

/* ---- sending ---------------------------------------------------------------- */

/* What an operation of TLS waits for; false: it has failed. */
static bool tls_waits(struct peer *p, int result)
{
	int error = SSL_get_error(p->ssl, result);

	ERR_clear_error();
	p->wants_write = error == SSL_ERROR_WANT_WRITE;
	return error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE;
}

/* What can't be sent any more is forgotten: that the connection is gone is seen by reading. */
static void flush(struct peer *p)
{
	while (p->stage != CONNECTING && p->stage != SECURING && p->out_from < p->out.length) {
		size_t n = p->out.length - p->out_from;
		ssize_t sent;

		if (p->ssl != NULL) {
			sent = SSL_write(p->ssl, p->out.at + p->out_from, (int) n);
			if (sent <= 0 && !tls_waits(p, (int) sent)) {
				p->out_from = p->out.length;
			}
		} else {
			sent = send(p->fd, p->out.at + p->out_from, n, MSG_NOSIGNAL);
			if (sent < 0 && errno != EAGAIN) {
				p->out_from = p->out.length;
			}
		}
		if (sent <= 0) {
			break;
		}
		p->out_from += (size_t) sent;
	}
	if (p->out_from == p->out.length) {
		p->out_from = 0;
		bytes_free(&p->out);
	}
	watch(p);
}

void peer_bytes(struct peer *p, const void *at, size_t n)
{
	bytes_add(&p->out, at, n);
	if (p->out.length - p->out_from < 65536) {
		flush(p);
	} else {
		watch(p);
	}
}

void peer_frame(struct peer *p, uint8_t first, const void *at, size_t n)
{
	uint8_t head[14] = {first};
	size_t extra = n < 126 ? 0 : n < 65536 ? 2 : 8;
	uint8_t *payload;

	head[1] = (uint8_t) (0x80 | (extra == 0 ? n : extra == 2 ? 126 : 127));
	for (size_t i = 0; i < extra; i++) {
		head[2 + i] = (uint8_t) (n >> 8 * (extra - 1 - i));
	}
	for (size_t i = 0; i < 4; i++) {
		head[2 + extra + i] = (uint8_t) dice(256);
	}
	bytes_add(&p->out, head, 6 + extra);
	bytes_add(&p->out, at, n);
	payload = p->out.at + p->out.length - n;
	for (size_t i = 0; i < n; i++) {
		payload[i] ^= head[2 + extra + (i & 3)];
	}
	peer_bytes(p, "", 0);
}

void peer_message(struct peer *p, uint8_t first, const void *at, size_t n, size_t fragment)
{
	const uint8_t *from = at;

	if (fragment == 0 || fragment >= n) {
		peer_frame(p, 0x80 | first, at, n);
		return;
	}
	for (size_t done = 0; done < n; done += fragment) {
		size_t part = n - done < fragment ? n - done : fragment;

		peer_frame(p, (uint8_t) ((done + part == n ? 0x80 : 0) | (done == 0 ? first : CONTINUATION)), from + done,
		           part);
	}
}

void peer_close(struct peer *p, uint16_t code)
{
	uint8_t payload[2] = {(uint8_t) (code >> 8), (uint8_t) code};

	peer_frame(p, 0x80 | CLOSE, payload, sizeof payload);
}

size_t peer_request(struct peer *p, size_t from, size_t part)
{
	char request[512];
	size_t n = (size_t) snprintf(request, sizeof request,
	                             "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
	                             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n%s\r\n",
	                             p->path, p->packs ? "Sec-WebSocket-Extensions: permessage-deflate\r\n" : "");

	if (from < n) {
		peer_bytes(p, request + from, n - from < part ? n - from : part);
	}
	return n;
}

void peer_listen(struct peer *p, bool reads)
{
	p->deaf = !reads;
	watch(p);
}

void peer_half_close(struct peer *p)
{
	shutdown(p->fd, SHUT_WR);
}

/* ---- receiving --------------------------------------------------------------- */

/* Does nothing until the head is complete. */
static void take_head(struct peer *p)
{
	uint8_t *end = memmem(p->in.at, p->in.length, "\r\n\r\n", 4);
	size_t n;

	if (end == NULL) {
		return;
	}
	if (memcmp(p->in.at, "HTTP/1.1 101 ", 13) != 0) {
		fail("connection %u (%s): no WebSocket: %.*s", p->number, p->role->name, (int) (end - p->in.at),
		     (char *) p->in.at);
	}
	n = (size_t) (end + 4 - p->in.at);
	memmove(p->in.at, p->in.at + n, p->in.length - n);
	p->in.length -= n;
	p->stage = OPEN;
	count("opened");
	p->role->opened(p);
}

static void take_control(struct peer *p, uint8_t opcode, const uint8_t *at, size_t n)
{
	if (opcode == PING) {
		peer_frame(p, 0x80 | PONG, at, n);
	} else if (opcode == CLOSE) {
		p->close_code = n < 2 ? 1005 : (uint16_t) (at[0] << 8 | at[1]);
	}
}

static void take_data(struct peer *p, uint8_t first, const uint8_t *at, size_t n)
{
	bool packed = (first & 0x40) != 0;

	if ((first & 0x80) == 0 || (first & 0x0F) == CONTINUATION || (packed && !p->packs)) {
		fail("connection %u (%s): the server sends whole messages, not a frame that begins with %02x", p->number,
		     p->role->name, first);
	}
	if (!packed && p->role->message != NULL) {
		p->role->message(p, at, n);
	}
}

/* One frame at `from`; how many bytes it had, 0 if it is not all there. */
static size_t take_frame(struct peer *p, size_t from)
{
	const uint8_t *at = p->in.at + from;
	size_t there = p->in.length - from;
	size_t extra;
	uint64_t n;

	if (there < 2) {
		return 0;
	}
	extra = at[1] < 126 ? 0 : at[1] == 126 ? 2 : 8;
	if (there < 2 + extra) {
		return 0;
	}
	n = extra == 0 ? at[1] : 0;
	for (size_t i = 0; i < extra; i++) {
		n = n << 8 | at[2 + i];
	}
	if ((at[1] & 0x80) != 0 || (at[0] & 0x30) != 0 || n > MOST) {
		fail("connection %u (%s): no frame of a server begins with %02x %02x", p->number, p->role->name, at[0], at[1]);
	}
	if (there < 2 + extra + n) {
		return 0;
	}
	if ((at[0] & 0x08) != 0) {
		take_control(p, at[0] & 0x0F, at + 2 + extra, n);
	} else {
		take_data(p, at[0], at + 2 + extra, n);
	}
	return 2 + extra + n;
}

static void take(struct peer *p)
{
	uint32_t generation = p->generation;
	size_t from = 0;
	size_t n;

	if (p->stage == SHAKING) {
		take_head(p);
	}
	while (p->fd >= 0 && p->generation == generation && p->stage == OPEN && (n = take_frame(p, from)) > 0) {
		from += n;
	}
	if (p->fd < 0 || p->generation != generation) {
		return;
	}
	if (p->stage == GARBAGE) {
		p->in.length = 0;
	} else if (from > 0) {
		memmove(p->in.at, p->in.at + from, p->in.length - from);
		p->in.length -= from;
	}
	if (p->in.length == 0) {
		bytes_free(&p->in);
	}
}

static void receive(struct peer *p)
{
	uint32_t generation = p->generation;

	for (int round = 0; round < 64 && !p->deaf; round++) {
		ssize_t n =
			p->ssl != NULL ? SSL_read(p->ssl, received, sizeof received) : recv(p->fd, received, sizeof received, 0);

		if (n <= 0) {
			if (p->ssl != NULL ? tls_waits(p, (int) n) : n < 0 && errno == EAGAIN) {
				watch(p);
			} else {
				ended(p, n == 0 || p->ssl != NULL ? "the end" : "a reset");
			}
			return;
		}
		bytes_add(&p->in, received, (size_t) n);
		take(p);
		if (p->fd < 0 || p->generation != generation) {
			return;
		}
	}
	if (p->ssl != NULL && SSL_pending(p->ssl) > 0) {
		p->wants_write = true; /* it comes back at once */
	}
	watch(p);
}

/* ---- the loop ---------------------------------------------------------------- */

static void secured(struct peer *p)
{
	p->stage = SHAKING;
	if (p->role->begun != NULL) {
		p->role->begun(p);
	} else {
		peer_request(p, 0, SIZE_MAX);
	}
}

static void happened(struct peer *p, uint32_t events)
{
	int error = 0;

	if (p->stage == CONNECTING) {
		getsockopt(p->fd, SOL_SOCKET, SO_ERROR, &error, &(socklen_t){sizeof error});
		if (error != 0) {
			fail("cannot connect: %s", strerror(error));
		}
		p->stage = SECURING;
	}
	if (p->stage == SECURING) {
		int result = p->ssl == NULL ? 1 : SSL_connect(p->ssl);

		p->wants_write = false;
		if (result == 1) {
			secured(p);
		} else if (!tls_waits(p, result)) {
			ended(p, "the end of a TLS handshake");
		}
		if (p->fd >= 0) {
			watch(p);
		}
		return;
	}
	if ((events & EPOLLOUT) != 0) {
		p->wants_write = false;
		flush(p);
	}
	if (p->fd >= 0 && ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0 || p->ssl != NULL)) {
		if (p->deaf && (events & (EPOLLHUP | EPOLLERR)) != 0) {
			ended(p, "a reset");
		} else {
			receive(p);
		}
	}
}

void peers_turn(void)
{
	struct epoll_event events[PEERS];
	int n = epoll_wait(queue, events, PEERS, 10);
	uint64_t time = now();

	for (int i = 0; i < n; i++) {
		struct peer *p = &peers[events[i].data.u64 & 0xFFFFFFFF];

		if (p->fd >= 0 && p->generation == events[i].data.u64 >> 32) {
			happened(p, events[i].events);
		}
	}
	for (uint32_t i = 0; i < PEERS; i++) {
		struct peer *p = &peers[i];

		if (p->fd >= 0 && p->due != 0 && time >= p->due) {
			p->due = 0;
			p->role->due(p);
		}
	}
}
