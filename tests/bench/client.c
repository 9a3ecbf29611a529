/* SPDX-License-Identifier: MIT
 *
 * The clients: one epoll, and a struct conn for each connection. It shakes hands,
 * reads frames of a server strictly, answers Pings, and refuses the rest:
 * whatever a server may not do, or was not asked for, ends the run.
 */
#define _GNU_SOURCE
#include "load.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#define RECEIVE 262144
#define EVENTS 1024
#define PER_ADDRESS 20000 /* connections from one source address: its ports are few */
#define OPENING 256       /* connections that are being opened at once */
#define PATIENCE 60       /* seconds without anything, … */
#define HASTE 15          /* … while connections are opened */

/* The example of RFC 6455, section 1.3. */
static const char key[] = "dGhlIHNhbXBsZSBub25jZQ==";
static const char accepted[] = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

static int queue;
static char request[8192];
static uint8_t receive[RECEIVE];
static uint32_t opened;     /* connections that were begun for the first time */
static uint64_t last_bytes; /* when they came */

/* ---- sending -------------------------------------------------------------- */

static void watch(struct conn *c, bool writing)
{
	struct epoll_event event = {.events = EPOLLIN | (writing ? EPOLLOUT : 0), .data.ptr = c};

	if (c->writing != writing) {
		c->writing = writing;
		epoll_ctl(queue, EPOLL_CTL_MOD, c->fd, &event);
	}
}

static void forget_text(struct conn *c)
{
	free(c->text);
	c->text = NULL;
	c->text_size = 0;
}

/* Sends what is short and finds room whenever the peer reads at all. */
static void send_now(struct conn *c, const void *bytes, size_t length, const char *what)
{
	if (send(c->fd, bytes, length, MSG_NOSIGNAL) != (ssize_t) length) {
		fail("connection %u: %s can't be sent: %s", c->number, what, strerror(errno));
	}
}

static void send_pong(struct conn *c)
{
	uint8_t frame[6 + 125];
	uint8_t *end = message_frame(frame, 0x80 | PONG, (uint8_t *) c->text, c->text_size);

	send_now(c, frame, (size_t) (end - frame), "a Pong");
	c->pong = false;
	forget_text(c);
}

static void flush(struct conn *c)
{
	struct sender *s = c->sender;

	if (s != NULL && s->out_from < s->out_to) {
		size_t from = s->out_from % s->ring_size;
		size_t length = s->out_to - s->out_from;
		size_t first = length < s->ring_size - from ? length : s->ring_size - from;
		struct iovec pieces[] = {{s->ring + from, first}, {s->ring, length - first}};
		struct msghdr message = {.msg_iov = pieces, .msg_iovlen = 2};
		ssize_t n = first == length ? send(c->fd, s->ring + from, length, MSG_NOSIGNAL)
		                            : sendmsg(c->fd, &message, MSG_NOSIGNAL);

		if (n < 0 && errno != EAGAIN) {
			fail("connection %u: cannot send: %s", c->number, strerror(errno));
		}
		s->out_from += n > 0 ? (size_t) n : 0;
		watch(c, s->out_from < s->out_to);
	}
	if (c->pong && (s == NULL || s->out_from == s->out_to)) {
		send_pong(c);
	}
}

/* ---- opening and closing ----------------------------------------------------- */

static void begin(struct conn *c)
{
	struct sockaddr_in from = {.sin_family = AF_INET};
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t) opt.port)};
	struct epoll_event event = {.events = EPOLLOUT, .data.ptr = c};

	c->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (c->fd < 0) {
		fail("connection %u: %s", c->number, strerror(errno));
	}
	from.sin_addr.s_addr = htonl(0x7F000002 + (uint32_t) (run.begun++ / PER_ADDRESS % 250));
	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	setsockopt(c->fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &(int){1}, sizeof(int));
	setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
	if (bind(c->fd, (struct sockaddr *) &from, sizeof from) != 0 ||
	    (connect(c->fd, (struct sockaddr *) &to, sizeof to) != 0 && errno != EINPROGRESS)) {
		fail("connection %u to port %d: %s", c->number, opt.port, strerror(errno));
	}
	c->state = CONNECTING;
	c->begun_at = run.now;
	epoll_ctl(queue, EPOLL_CTL_ADD, c->fd, &event);
}

bool client_open_more(void)
{
	while (opened < run.conn_count && opened - run.ready < OPENING) {
		begin(&run.conns[opened++]);
	}
	return opened < run.conn_count;
}

/* Filled up to the wanted size with a cookie. */
static void make_request(void)
{
	char pad[4096] = "Cookie: a=";
	int n = snprintf(request, sizeof request,
	                 "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
	                 "Sec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n%s",
	                 opt.path, opt.port, key,
	                 opt.deflate ? "Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover; "
	                               "client_no_context_takeover\r\n"
	                             : "");
	size_t used = strlen(pad);

	if ((size_t) n + 2 + used + 2 < opt.head) {
		memset(pad + used, 'x', opt.head - (size_t) n - 2 - used - 2);
		strcat(request, pad);
		strcat(request, "\r\n");
	}
	strcat(request, "\r\n");
	run.request_size = strlen(request);
}

static void connected(struct conn *c)
{
	struct epoll_event event = {.events = EPOLLIN, .data.ptr = c};
	int error = 0;

	getsockopt(c->fd, SOL_SOCKET, SO_ERROR, &error, &(socklen_t){sizeof error});
	if (error != 0) {
		fail("connection %u to port %d: %s", c->number, opt.port, strerror(error));
	}
	send_now(c, request, run.request_size, "the request");
	c->state = SHAKING;
	epoll_ctl(queue, EPOLL_CTL_MOD, c->fd, &event);
}

/* Part of the response. Returns how many of its bytes belong to it. */
static size_t take_response(struct conn *c, const uint8_t *at, size_t n)
{
	size_t before = c->text_size;
	size_t length;
	char *end;

	if (before + n >= 65536) {
		fail("connection %u: a response without an end", c->number);
	}
	c->text = realloc(c->text, before + n + 1);
	memcpy(c->text + before, at, n);
	c->text_size = before + n;
	c->text[c->text_size] = '\0';
	end = strstr(c->text, "\r\n\r\n");
	if (end == NULL) {
		return n;
	}
	end[2] = '\0';
	if (strncmp(c->text, "HTTP/1.1 101 ", 13) != 0 || strstr(c->text, accepted) == NULL) {
		fail("connection %u: no WebSocket: %s", c->number, c->text);
	}
	if (opt.deflate &&
	    (strstr(c->text, "permessage-deflate") == NULL || strstr(c->text, "server_no_context_takeover") == NULL)) {
		fail("connection %u: no permessage-deflate without context takeover: %s", c->number, c->text);
	}
	length = (size_t) (end + 4 - c->text) - before;
	forget_text(c);
	c->state = OPEN;
	run.ready++;
	if (opt.connect) {
		uint8_t frame[8];

		message_frame(frame, 0x80 | CLOSE, (const uint8_t *) "\x03\xe8", 2);
		send_now(c, frame, sizeof frame, "a Close");
		c->state = CLOSING;
	}
	return length;
}

static void closed(struct conn *c)
{
	if (c->state != GONE) {
		fail("connection %u: the server has closed it after %u messages", c->number,
		     c->sender == NULL ? 0 : c->sender->completed);
	}
	close(c->fd);
	run.ready--;
	run.done++;
	measure_latency(run.now - c->begun_at);
	if (!run.stopping) {
		begin(c);
	}
}

/* ---- reading -------------------------------------------------------------------- */

static void end_frame(struct conn *c)
{
	c->in_frame = false;
	c->head_size = 0;
	if (c->opcode == PING) {
		c->pong = true;
		flush(c);
		return;
	}
	if (c->opcode == CLOSE) {
		if (c->state != CLOSING) {
			fail("connection %u: the server says Close %d", c->number,
			     c->text_size < 2 ? 1005 : (uint8_t) c->text[0] << 8 | (uint8_t) c->text[1]);
		}
		c->state = GONE;
		forget_text(c);
	} else if (c->opcode < CLOSE && c->fin) {
		c->in_message = false;
		message_end(c);
	}
}

static void begin_frame(struct conn *c)
{
	size_t extra = c->head[1] < 126 ? 0 : c->head[1] == 126 ? 2 : 8;

	c->in_frame = true;
	c->fin = c->head[0] & 0x80;
	c->opcode = c->head[0] & 0x0F;
	c->left = extra == 0 ? c->head[1] : 0;
	for (size_t i = 0; i < extra; i++) {
		c->left = c->left << 8 | c->head[2 + i];
	}
	if ((c->head[0] & (opt.deflate ? 0x30 : 0x70)) != 0 || (c->head[1] & 0x80) != 0) {
		fail("connection %u: no frame of a server begins with %02x %02x", c->number, c->head[0], c->head[1]);
	}
	if (c->opcode < CLOSE) {
		uint8_t expected = c->in_message ? CONTINUATION : opt.binary ? BINARY : TEXT;

		if (c->opcode != expected) {
			fail("connection %u: a frame with opcode %u instead of %u", c->number, c->opcode, expected);
		}
		if (opt.broadcast ? c->expected == NULL : c->sender == NULL) {
			fail("connection %u: a message, but nothing was sent", c->number);
		}
		c->packed = c->in_message ? c->packed : (c->head[0] & 0x40) != 0;
		c->in_message = true;
	} else if (c->opcode > PONG || c->left > 125 || c->pong) {
		fail("connection %u: a frame with opcode %u and %lu bytes", c->number, c->opcode, (unsigned long) c->left);
	} else {
		forget_text(c);
		c->text = zeroed(1, 125);
	}
}

/* A header may come byte by byte. */
static const uint8_t *take_header(struct conn *c, const uint8_t *at, const uint8_t *end)
{
	while (at < end && !c->in_frame) {
		size_t need;

		c->head[c->head_size++] = *at++;
		need = c->head_size < 2 || c->head[1] < 126 ? 2 : c->head[1] == 126 ? 4 : 10;
		if (c->head_size == need) {
			begin_frame(c);
		}
	}
	return at;
}

static void take_frames(struct conn *c, const uint8_t *at, size_t length)
{
	const uint8_t *end = at + length;

	while (at < end) {
		size_t n;

		if (!c->in_frame) {
			at = take_header(c, at, end);
			if (!c->in_frame) {
				return;
			}
		}
		n = (size_t) (end - at) < c->left ? (size_t) (end - at) : c->left;
		if (c->opcode >= CLOSE) {
			memcpy(c->text + c->text_size, at, n);
			c->text_size += n;
		} else if (c->packed) {
			message_take_packed(c, at, n);
		} else {
			message_take(c, at, n);
		}
		at += n;
		c->left -= n;
		if (c->left == 0) {
			end_frame(c);
		}
	}
}

static void readable(struct conn *c)
{
	ssize_t n = recv(c->fd, receive, RECEIVE, 0);
	size_t used = 0;

	if (n < 0 && errno == EAGAIN) {
		return;
	}
	if (n < 0 && c->state != GONE) {
		fail("connection %u: %s", c->number, strerror(errno));
	}
	run.now = last_bytes = measure_clock();
	if (n <= 0) {
		closed(c);
		return;
	}
	if (c->state == SHAKING) {
		used = take_response(c, receive, (size_t) n);
	}
	take_frames(c, receive + used, (size_t) n - used);
	if (c->sender != NULL && !opt.broadcast) {
		message_post(c);
		flush(c);
	}
}

/* ---- the loop -------------------------------------------------------------------- */

void client_start(void)
{
	make_request();
	queue = epoll_create1(EPOLL_CLOEXEC);
	run.conns = zeroed(run.conn_count, sizeof(*run.conns));
	for (uint32_t i = 0; i < run.conn_count; i++) {
		run.conns[i].number = i;
		run.conns[i].kind = i < opt.connections ? WORKER : i < opt.connections + opt.idle ? IDLER : FLOODER;
	}
	run.now = last_bytes = measure_clock();
}

void client_send_first(void)
{
	for (uint32_t i = 0; i < run.conn_count; i++) {
		struct conn *c = &run.conns[i];

		if (opt.broadcast) {
			c->expected = zeroed(opt.senders, sizeof(*c->expected));
		}
		if (c->kind == FLOODER || (c->kind == WORKER && (!opt.broadcast || i < opt.senders))) {
			c->sender = message_sender(c->kind == FLOODER ? opt.flood : opt.in_flight);
		}
	}
	run.now = measure_clock();
	for (uint32_t i = 0; i < run.conn_count; i++) {
		if (run.conns[i].sender != NULL) {
			message_post(&run.conns[i]);
			flush(&run.conns[i]);
		}
	}
}

void client_turn(void)
{
	static struct epoll_event events[EVENTS];
	int count = epoll_wait(queue, events, EVENTS, 100);

	run.now = measure_clock();
	if (run.now - last_bytes > UINT64_C(1000000000) * (run.posted == 0 ? HASTE : PATIENCE)) {
		fail("nothing comes any more; %u of %u connections are open, of %lu messages %lu are not answered", run.ready,
		     run.conn_count, (unsigned long) run.posted, (unsigned long) client_outstanding());
	}
	for (int i = 0; i < count; i++) {
		struct conn *c = events[i].data.ptr;

		if (c->state == CONNECTING) {
			connected(c);
			continue;
		}
		if (events[i].events & EPOLLOUT) {
			flush(c);
		}
		if (events[i].events & ~(uint32_t) EPOLLOUT) {
			readable(c);
		}
	}
	/* What all have now got together is followed by as much together. */
	for (uint32_t i = 0; opt.broadcast && i < opt.senders; i++) {
		if (run.conns[i].sender != NULL) {
			message_post(&run.conns[i]);
			flush(&run.conns[i]);
		}
	}
}

uint64_t client_outstanding(void)
{
	uint64_t count = 0;

	for (uint32_t i = 0; i < run.conn_count; i++) {
		if (run.conns[i].sender != NULL) {
			count += run.conns[i].sender->sent - run.conns[i].sender->completed;
		}
	}
	return count;
}
