/* SPDX-License-Identifier: MIT
 *
 * The physical limit: what a WebSocket server costs that does nothing but move
 * bytes. It checks nothing (no mask bit, no UTF-8, no limits, no deadlines) and
 * believes every peer, so it is a yardstick and no server to put in front of
 * anybody. What it does, it does with the fewest system calls there can be:
 *
 *   - one recv() per readable socket and turn, into a buffer of the loop;
 *   - echoes are written over the bytes they came from and leave in one send();
 *   - a broadcast is one block of frames per turn, and one send() of it for each
 *     subscriber when the turn ends;
 *   - memory comes from a heap that gives nothing back to the kernel, since a
 *     fresh page costs more than the bytes in it.
 *
 *     bare PORT        listens on 127.0.0.1; /broadcast in the request's first
 *                      line makes a subscriber, everything else is echoed
 */
#define _GNU_SOURCE
#include "../../ext/engine/codec.h"

#include <arpa/inet.h>
#include <errno.h>
#include <malloc.h>
#include <netinet/tcp.h>
#include <openssl/sha.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define RECEIVE 262144
#define EVENTS 1024
#define HEADER 14 /* the longest of a client's frames */

enum {
	CONTINUATION,
	TEXT,
	BINARY,
	CLOSE = 8,
	PING,
	PONG
};
enum mode {
	HEAD,
	ECHO_BACK,
	BROADCAST
};

/* Bytes `from` to `to` of a block that is freed when it is empty. */
struct bytes {
	uint8_t *at;
	size_t from;
	size_t to;
	size_t size;
};

struct conn {
	int fd;
	uint8_t mode;
	uint8_t opcode; /* of the message whose fragments are in `message` */
	bool writing;   /* EPOLLOUT is asked for */
	bool closing;   /* when `out` is empty */
	bool dead;
	uint32_t place;    /* in `subscribers` */
	struct conn *next; /* of `ended` */
	struct bytes in, message, out;
};

static int queue;
static uint8_t *receive;    /* the loop's buffer, RECEIVE bytes and room for a header before them */
static struct bytes posted; /* the frames of this turn's broadcasts */
static struct conn **subscribers;
static uint32_t subscribed, subscribers_size;
static struct conn *ended;

static void die(const char *what)
{
	perror(what);
	exit(1);
}

static void reserve(struct bytes *bytes, size_t more)
{
	if (bytes->size - bytes->to < more) {
		bytes->size = bytes->to + more > 2 * bytes->size ? bytes->to + more : 2 * bytes->size;
		bytes->at = realloc(bytes->at, bytes->size);
		if (bytes->at == NULL) {
			die("realloc");
		}
	}
}

static void append(struct bytes *bytes, const void *from, size_t length)
{
	reserve(bytes, length);
	memcpy(bytes->at + bytes->to, from, length);
	bytes->to += length;
}

static void release(struct bytes *bytes)
{
	free(bytes->at);
	*bytes = (struct bytes){0};
}

/* ---- frames ------------------------------------------------------------- */

struct frame {
	uint8_t opcode;
	bool fin;
	uint8_t mask[4];
	size_t header;
	size_t length;
};

/* Is the whole header there? */
static bool parse(const uint8_t *at, size_t length, struct frame *frame)
{
	size_t extra;

	if (length < 2) {
		return false;
	}
	frame->length = at[1] & 0x7F;
	extra = frame->length == 126 ? 2 : frame->length == 127 ? 8 : 0;
	frame->header = 6 + extra;
	if (length < frame->header) {
		return false;
	}
	frame->fin = at[0] & 0x80;
	frame->opcode = at[0] & 0x0F;
	if (extra != 0) {
		frame->length = 0;
		for (size_t i = 0; i < extra; i++) {
			frame->length = frame->length << 8 | at[2 + i];
		}
	}
	memcpy(frame->mask, at + 2 + extra, 4);
	return true;
}

/* `to` may be `from` or lie before it. */
static void unmask(uint8_t *to, const uint8_t *from, size_t length, const uint8_t mask[4])
{
	uint32_t four;
	uint64_t eight;
	size_t i = 0;

	memcpy(&four, mask, 4);
	eight = (uint64_t) four << 32 | four;
	for (; i + 32 <= length; i += 32) {
		uint64_t words[4];

		memcpy(words, from + i, 32);
		for (int w = 0; w < 4; w++) {
			words[w] ^= eight;
		}
		memcpy(to + i, words, 32);
	}
	for (; i + 8 <= length; i += 8) {
		uint64_t word;

		memcpy(&word, from + i, 8);
		word ^= eight;
		memcpy(to + i, &word, 8);
	}
	for (; i < length; i++) {
		to[i] = from[i] ^ mask[i & 3];
	}
}

/* The header of a server's frame; its size is returned. */
static size_t header(uint8_t *to, uint8_t opcode, size_t length)
{
	size_t extra = length < 126 ? 0 : length < 65536 ? 2 : 8;

	to[0] = 0x80 | opcode;
	to[1] = extra == 0 ? (uint8_t) length : extra == 2 ? 126 : 127;
	for (size_t i = 0; i < extra; i++) {
		to[2 + i] = (uint8_t) (length >> 8 * (extra - 1 - i));
	}
	return 2 + extra;
}

/* ---- sockets -------------------------------------------------------------- */

static void watch(struct conn *c, bool writing)
{
	struct epoll_event event = {.events = EPOLLIN | (writing ? EPOLLOUT : 0), .data.ptr = c};

	if (c->writing != writing) {
		c->writing = writing;
		epoll_ctl(queue, EPOLL_CTL_MOD, c->fd, &event);
	}
}

static void end(struct conn *c)
{
	if (c->dead) {
		return;
	}
	c->dead = true;
	close(c->fd);
	if (c->mode == BROADCAST) {
		subscribers[c->place] = subscribers[--subscribed];
		subscribers[c->place]->place = c->place;
	}
	/* An event of this turn may still point to it. */
	c->next = ended;
	ended = c;
}

static void reap(void)
{
	while (ended != NULL) {
		struct conn *c = ended;

		ended = c->next;
		release(&c->in);
		release(&c->message);
		release(&c->out);
		free(c);
	}
}

static void flush(struct conn *c)
{
	ssize_t n = send(c->fd, c->out.at + c->out.from, c->out.to - c->out.from, MSG_NOSIGNAL);

	if (n < 0 && errno != EAGAIN) {
		end(c);
		return;
	}
	c->out.from += n > 0 ? (size_t) n : 0;
	if (c->out.from < c->out.to) {
		watch(c, true);
		return;
	}
	release(&c->out);
	watch(c, false);
	if (c->closing) {
		end(c);
	}
}

/* Sends bytes that stay the caller's. */
static void transmit(struct conn *c, const uint8_t *at, size_t length)
{
	ssize_t n = 0;

	if (c->out.to == 0) {
		n = send(c->fd, at, length, MSG_NOSIGNAL);
		if (n < 0 && errno != EAGAIN) {
			end(c);
			return;
		}
		n = n < 0 ? 0 : n;
	}
	if ((size_t) n < length) {
		append(&c->out, at + n, length - (size_t) n);
		watch(c, true);
	} else if (c->closing) {
		end(c);
	}
}

/* The same with a block of the connection's, which is given away. */
static void transmit_block(struct conn *c, struct bytes *block)
{
	if (c->out.to == 0) {
		c->out = *block;
		*block = (struct bytes){0};
		flush(c);
	} else {
		transmit(c, block->at + block->from, block->to - block->from);
		release(block);
	}
}

/* ---- what clients say ------------------------------------------------------- */

/* The request, if it is whole: how long it was. */
static size_t shake_hands(struct conn *c, const uint8_t *at, size_t length)
{
	static const char field[] = "sec-websocket-key:";
	const uint8_t *end_of_head = memmem(at, length, "\r\n\r\n", 4);
	const char *key;
	char answer[256];
	int n;
	char accept[WSC_ACCEPT_KEY_SIZE];

	if (end_of_head == NULL) {
		return 0;
	}
	for (key = (const char *) at; (const uint8_t *) key < end_of_head; key++) {
		if (*key == '\n' && strncasecmp(key + 1, field, sizeof field - 1) == 0) {
			break;
		}
	}
	if ((const uint8_t *) key >= end_of_head) {
		end(c);
		return 0;
	}
	for (key += sizeof field; *key == ' '; key++) {
	}
	wsc_accept_key((struct wsc_slice){key, 24}, (wsc_sha1) (void (*)(void)) SHA1, accept);
	c->mode = ECHO_BACK;
	if (length > 14 && memcmp(at, "GET /broadcast", 14) == 0) {
		c->mode = BROADCAST;
		if (subscribed == subscribers_size) {
			subscribers_size = subscribers_size == 0 ? 1024 : 2 * subscribers_size;
			subscribers = realloc(subscribers, subscribers_size * sizeof(*subscribers));
		}
		c->place = subscribed;
		subscribers[subscribed++] = c;
	}
	n = snprintf(answer, sizeof answer,
	             "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
	             "Sec-WebSocket-Accept: %.*s\r\n\r\n",
	             WSC_ACCEPT_KEY_SIZE, accept);
	transmit(c, (uint8_t *) answer, (size_t) n);
	return (size_t) (end_of_head + 4 - at);
}

static void post(uint8_t opcode, const uint8_t *payload, size_t length)
{
	reserve(&posted, length + HEADER);
	posted.to += header(posted.at + posted.to, opcode, length);
	memcpy(posted.at + posted.to, payload, length);
	posted.to += length;
}

/*
 * All whole frames of a buffer. Answers are written over it from its start:
 * they are shorter than what they answer by the mask. `*answered` is their
 * length; how much was consumed is returned.
 */
static size_t take_frames(struct conn *c, uint8_t *at, size_t length, size_t *answered)
{
	size_t from = 0;
	size_t to = 0;
	struct frame frame;

	while (!c->closing && parse(at + from, length - from, &frame) && frame.length <= length - from - frame.header) {
		uint8_t *payload = at + from + frame.header;

		from += frame.header + frame.length;
		if (frame.opcode < CLOSE && (!frame.fin || frame.opcode == CONTINUATION)) {
			c->opcode = frame.opcode != CONTINUATION ? frame.opcode : c->opcode;
			if (c->message.to == 0) {
				reserve(&c->message, HEADER + 65536);
				c->message.from = c->message.to = HEADER;
			}
			reserve(&c->message, frame.length);
			unmask(c->message.at + c->message.to, payload, frame.length, frame.mask);
			c->message.to += frame.length;
			if (frame.fin && c->mode == BROADCAST) {
				post(c->opcode, c->message.at + HEADER, c->message.to - HEADER);
				release(&c->message);
			} else if (frame.fin) {
				uint8_t head[HEADER];
				size_t size = header(head, c->opcode, c->message.to - HEADER);

				c->message.from = HEADER - size;
				memcpy(c->message.at + c->message.from, head, size);
				if (to > 0) {
					transmit(c, at, to);
					to = 0;
				}
				transmit_block(c, &c->message);
			}
		} else if (c->mode == BROADCAST && frame.opcode < CLOSE) {
			unmask(payload, payload, frame.length, frame.mask);
			post(frame.opcode, payload, frame.length);
		} else if (frame.opcode != PONG) {
			to += header(at + to, frame.opcode == PING ? PONG : frame.opcode, frame.length);
			unmask(at + to, payload, frame.length, frame.mask);
			to += frame.length;
			c->closing = frame.opcode == CLOSE;
		}
	}
	*answered = to;
	return from;
}

/* One frame has come in a block of its own: the block is what is sent. */
static void take_block(struct conn *c, const struct frame *frame)
{
	uint8_t head[HEADER];
	size_t size = header(head, frame->opcode, frame->length);

	unmask(c->in.at + frame->header, c->in.at + frame->header, frame->length, frame->mask);
	c->in.from = frame->header - size;
	memcpy(c->in.at + c->in.from, head, size);
	transmit_block(c, &c->in);
}

static void readable(struct conn *c)
{
	struct frame frame = {0};
	bool large = c->in.to > 0 && c->mode != HEAD && parse(c->in.at, c->in.to, &frame) &&
	             frame.header + frame.length > RECEIVE / 4;
	size_t room = RECEIVE;
	uint8_t *at = receive;
	size_t answered = 0;
	size_t length;
	size_t used = 0;
	ssize_t n;

	if (large) {
		/* Its rest and nothing behind it, to where it stays. */
		room = frame.header + frame.length - c->in.to;
		reserve(&c->in, room);
		at = c->in.at + c->in.to;
	} else if (c->in.to > 0) {
		memcpy(receive, c->in.at, c->in.to);
		at += c->in.to;
		room -= c->in.to;
	}
	n = recv(c->fd, at, room, 0);
	if (n <= 0) {
		if (n == 0 || errno != EAGAIN) {
			end(c);
		}
		return;
	}
	if (large) {
		c->in.to += (size_t) n;
		if (c->in.to < frame.header + frame.length) {
			return;
		}
		if (c->mode == ECHO_BACK && frame.fin && frame.opcode != CONTINUATION) {
			take_block(c, &frame);
		} else {
			take_frames(c, c->in.at, c->in.to, &answered);
			release(&c->in);
		}
		return;
	}

	length = c->in.to + (size_t) n;
	if (c->mode == HEAD) {
		used = shake_hands(c, receive, length);
	}
	if (c->mode != HEAD && !c->dead && used < length) {
		uint8_t *frames = receive + used;

		used += take_frames(c, frames, length - used, &answered);
		if (used < length && !c->closing) {
			/* Before the answers are sent: `answered` is below `used`. */
			c->in.to = 0;
			append(&c->in, receive + used, length - used);
		} else {
			release(&c->in);
		}
		if (answered > 0) {
			transmit(c, frames, answered);
		}
	} else if (used < length) {
		c->in.to = 0;
		append(&c->in, receive + used, length - used);
	} else if (c->in.at != NULL) {
		release(&c->in);
	}
}

static void deliver(void)
{
	for (uint32_t i = subscribed; i-- > 0;) {
		transmit(subscribers[i], posted.at, posted.to);
	}
	posted.to = 0;
}

/* ---- the loop ------------------------------------------------------------------ */

static int listening(int port)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t) port)};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &(int){1}, sizeof(int));
	if (bind(fd, (struct sockaddr *) &address, sizeof address) != 0 || listen(fd, 4096) != 0) {
		die("listen");
	}
	return fd;
}

static void accept_some(int listener)
{
	for (int i = 0; i < 64; i++) {
		int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
		struct epoll_event event = {.events = EPOLLIN};
		struct conn *c;

		if (fd < 0) {
			return;
		}
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
		c = calloc(1, sizeof(*c));
		if (c == NULL) {
			die("calloc");
		}
		c->fd = fd;
		event.data.ptr = c;
		epoll_ctl(queue, EPOLL_CTL_ADD, fd, &event);
	}
}

int main(int argc, char **argv)
{
	static struct epoll_event events[EVENTS];
	struct epoll_event event = {.events = EPOLLIN};
	struct rlimit files;
	int listener;

	if (argc != 2 || atoi(argv[1]) <= 0 || atoi(argv[1]) > 65535) {
		fprintf(stderr, "usage: bare PORT\n");
		return 2;
	}
	mallopt(M_MMAP_THRESHOLD, 1 << 30);
	mallopt(M_TRIM_THRESHOLD, 1 << 30);
	mallopt(M_TOP_PAD, 1 << 20);
	if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
		files.rlim_cur = files.rlim_max;
		setrlimit(RLIMIT_NOFILE, &files);
	}
	receive = malloc(RECEIVE);
	queue = epoll_create1(EPOLL_CLOEXEC);
	listener = listening(atoi(argv[1]));
	epoll_ctl(queue, EPOLL_CTL_ADD, listener, &event);
	for (;;) {
		int count = epoll_wait(queue, events, EVENTS, -1);

		for (int i = 0; i < count; i++) {
			struct conn *c = events[i].data.ptr;

			if (c == NULL) {
				accept_some(listener);
				continue;
			}
			if ((events[i].events & EPOLLOUT) && !c->dead) {
				flush(c);
			}
			if ((events[i].events & ~(uint32_t) EPOLLOUT) && !c->dead) {
				readable(c);
			}
		}
		if (posted.to > 0) {
			deliver();
		}
		reap();
	}
}
