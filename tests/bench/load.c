/* SPDX-License-Identifier: MIT
 *
 * The load: one process that plays all clients of a server on 127.0.0.1, looks
 * at every byte that comes back, and says what the server's process paid for it.
 *
 *     load WORK --port=N [--pid=N] [OPTION …]        usage() has all of them
 *
 * Works: "echo" wants each message back, in order; "broadcast" wants each at
 * every connection; "connect" opens, shakes hands and closes over and over;
 * "idle" only opens. A message begins with a stamp of 16 digits, the sequence
 * number of its sender and the sender's own; the rest is the same in all of
 * them. So a reply that is lost, doubled, out of order or has one wrong byte ends
 * the run with status 1 and a line that says which.
 *
 * Frames are made and masked before the clock runs; sending one means to put in
 * its stamp. CPU time is that of --pid and its children, to the nanosecond where
 * the kernel tells it, over the measured window alone; memory likewise. One
 * JSON object on stdout is the result.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <getopt.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

#define RECEIVE 262144
#define EVENTS 1024
#define STAMP 16
#define PER_ADDRESS 20000 /* connections from one source address: ports are few */
#define OPENING 256       /* connections that are being opened at once */
#define PACKED 64         /* broadcasts of which the compressed form is remembered */

enum { CONTINUATION, TEXT, BINARY, CLOSE = 8, PING, PONG };
enum state { CONNECTING, SHAKING, OPEN, CLOSING, GONE };
enum kind { WORKER, IDLER, FLOODER };

/* The example of RFC 6455, section 1.3. */
static const char key[] = "dGhlIHNhbXBsZSBub25jZQ==";
static const char accepted[] = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
static const uint8_t mask[4] = {0x37, 0xfa, 0x21, 0x3d};

struct bytes {
	uint8_t *at;
	size_t length;
	size_t size;
};

/* What is sent, and what is waited for, by one sender. */
struct sender {
	uint32_t sent;       /* messages; the next one's number */
	uint32_t completed;  /* replies, or messages that everybody has */
	uint32_t window;     /* the most that are under way */
	uint8_t *ring;       /* `window` masked messages, one after another */
	uint64_t *sent_at;   /* nanoseconds, by number modulo window */
	uint32_t *delivered; /* broadcast: to how many, by number modulo window */
	size_t out_from;     /* bytes of the ring, counted on and on */
	size_t out_to;
};

struct conn {
	int fd;
	uint32_t number;
	uint8_t state;
	uint8_t kind;
	bool writing; /* EPOLLOUT is asked for */
	bool pong;    /* is owed: `text` */
	/* The frame and message that are coming in. */
	uint8_t head[10];
	uint8_t head_size;
	uint8_t opcode; /* of the frame */
	bool in_frame;
	bool fin;
	bool in_message;
	bool packed;
	uint8_t stamp[STAMP];
	uint64_t left;   /* bytes of the frame */
	uint64_t offset; /* in the message */
	char *text;      /* of the response's head or of a control frame, while it comes */
	size_t text_size;
	struct sender *sender;
	uint32_t *expected; /* broadcast: the next number, by sender */
	struct bytes pack; /* of a compressed message */
	uint64_t begun_at;
};

static struct {
	const char *work;
	int port;
	int pid;
	const char *path;
	size_t size;
	size_t fragment;
	uint32_t connections;
	uint32_t in_flight;
	uint32_t senders;
	uint32_t idle;
	uint32_t flood;
	double seconds;
	double warm_up;
	uint64_t messages; /* 0: by time */
	uint32_t head;
	bool binary;
	bool utf8;
	bool deflate;
	bool broadcast;
} o = {
	.size = 16, .connections = 100, .in_flight = 1, .senders = 1, .seconds = 1, .warm_up = 0.2, .head = 200,
};

static int queue;
static uint8_t receive[RECEIVE];
static uint8_t *payload;       /* of every message, but for the stamp */
static size_t frame_size;      /* of a message on the wire */
static size_t stamp_at;        /* where in it the stamp is */
static struct conn *conns;     /* workers, then idlers, then the flooder */
static uint32_t conn_count;
static uint32_t opened;        /* conns that were begun */
static uint32_t ready;         /* and that are open */
static char *request;
static size_t request_size;
static bool stopping;
static uint64_t now;           /* nanoseconds, when the last bytes came */
static uint64_t done;          /* messages, deliveries or connections */
static uint64_t done_flood;
static uint64_t begun;         /* connections of "connect" */
static bool measuring;

static uint64_t clock_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t) t.tv_sec * 1000000000 + (uint64_t) t.tv_nsec;
}

static _Noreturn __attribute__((format(printf, 1, 2))) void fail(const char *format, ...)
{
	va_list list;

	va_start(list, format);
	fprintf(stderr, "load: %s: ", o.work);
	vfprintf(stderr, format, list);
	fputc('\n', stderr);
	va_end(list);
	exit(1);
}

static void *zeroed(size_t count, size_t size)
{
	void *block = calloc(count, size);

	if (block == NULL) {
		fail("no memory for %zu times %zu bytes", count, size);
	}
	return block;
}

/* ---- latency: a histogram of 32 steps to the power of two -------------------- */

static uint64_t latencies[64 * 32];
static uint64_t latency_count;
static uint64_t latency_max;

static void note_latency(uint64_t ns)
{
	int power;

	if (!measuring) {
		return;
	}
	power = ns < 32 ? 0 : 63 - __builtin_clzll(ns) - 4;
	latencies[power == 0 ? ns : (uint64_t) power * 32 + (ns >> (power - 1)) - 32]++;
	latency_count++;
	latency_max = ns > latency_max ? ns : latency_max;
}

/* Microseconds. */
static double percentile(double part)
{
	uint64_t rank = (uint64_t) (part * (double) latency_count);
	uint64_t seen = 0;

	for (unsigned i = 0; i < sizeof latencies / sizeof *latencies; i++) {
		seen += latencies[i];
		if (seen > rank) {
			unsigned power = i / 32;
			uint64_t ns = power == 0 ? i : (uint64_t) (i % 32 + 32) << (power - 1);

			return (double) ns / 1000;
		}
	}
	return (double) latency_max / 1000;
}

/* ---- the server's process ------------------------------------------------------- */

struct usage {
	uint64_t run; /* nanoseconds on a CPU, all threads and children */
	double user;  /* microseconds, as far as ticks tell */
	double system;
	uint64_t rss; /* bytes */
	uint64_t pss;
};

static char *read_file(const char *format, int pid, int task, char *buffer, size_t size)
{
	char path[96];
	FILE *file;
	size_t n;

	snprintf(path, sizeof path, format, pid, task);
	file = fopen(path, "r");
	if (file == NULL) {
		return NULL;
	}
	n = fread(buffer, 1, size - 1, file);
	buffer[n] = '\0';
	fclose(file);
	return buffer;
}

static uint64_t kilobytes(const char *text, const char *name)
{
	const char *line = text == NULL ? NULL : strstr(text, name);

	return line == NULL ? 0 : strtoull(line + strlen(name), NULL, 10) * 1024;
}

static void look_at(int pid, bool memory, struct usage *usage)
{
	char buffer[8192];
	char path[64];
	DIR *tasks;
	struct dirent *entry;
	char *text = read_file("/proc/%d/stat", pid, 0, buffer, sizeof buffer);
	unsigned long user;
	unsigned long system;

	if (text == NULL) {
		return;
	}
	text = strrchr(text, ')');
	if (text != NULL && sscanf(text, ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) == 2) {
		usage->user += (double) user * 1e6 / (double) sysconf(_SC_CLK_TCK);
		usage->system += (double) system * 1e6 / (double) sysconf(_SC_CLK_TCK);
	}
	if (memory) {
		usage->rss += kilobytes(read_file("/proc/%d/status", pid, 0, buffer, sizeof buffer), "VmRSS:");
		usage->pss += kilobytes(read_file("/proc/%d/smaps_rollup", pid, 0, buffer, sizeof buffer), "\nPss:");
	}
	snprintf(path, sizeof path, "/proc/%d/task", pid);
	tasks = opendir(path);
	while (tasks != NULL && (entry = readdir(tasks)) != NULL) {
		int task = atoi(entry->d_name);

		if (task == 0) {
			continue;
		}
		text = read_file("/proc/%d/task/%d/schedstat", pid, task, buffer, sizeof buffer);
		usage->run += text == NULL ? 0 : strtoull(text, NULL, 10);
		text = read_file("/proc/%d/task/%d/children", pid, task, buffer, sizeof buffer);
		while (text != NULL && *text != '\0') {
			int child = (int) strtol(text, &text, 10);

			if (child > 0) {
				look_at(child, memory, usage);
			}
			text += strspn(text, " \n");
		}
	}
	if (tasks != NULL) {
		closedir(tasks);
	}
}

static struct usage look(bool memory)
{
	struct usage usage = {0};

	if (o.pid != 0) {
		look_at(o.pid, memory, &usage);
		if (usage.run == 0) {
			usage.run = (uint64_t) ((usage.user + usage.system) * 1000);
		}
	}
	return usage;
}

/* ---- what is sent ------------------------------------------------------------------ */

/* Text that a chat would send, so that it is as hard to compress. */
static void make_payload(void)
{
	static const char *const plain[] = {"hello", "and", "what", "about", "tomorrow", "the", "server", "says", "nothing"};
	static const char *const wide[] = {"gr\u00fc\u00df", "caf\u00e9", "\u65e5\u672c\u8a9e", "\U0001F600", "\u20ac"};
	uint32_t dice = 1;
	size_t at = STAMP;

	payload = zeroed(1, o.size + 64);
	memset(payload, ' ', o.size + 64);
	while (at + 48 < o.size) {
		const char *word;

		dice = dice * 1103515245 + 12345;
		word = plain[(dice >> 16) % 9];
		if (o.utf8 && (dice >> 8 & 1) != 0) {
			word = wide[(dice >> 20) % 5];
		}
		at += (size_t) ((dice >> 28) != 0
		                    ? sprintf((char *) payload + at, "%s ", word)
		                    : sprintf((char *) payload + at, "\",\"id\":%u,\"text\":\"", dice >> 16));
		payload[at] = ' ';
	}
	if (o.binary) {
		for (at = STAMP; at < o.size; at++) {
			dice = dice * 1103515245 + 12345;
			payload[at] = (uint8_t) (dice >> 16);
		}
	}
}

static uint8_t *put_frame(uint8_t *to, uint8_t first, const uint8_t *from, size_t length)
{
	size_t extra = length < 126 ? 0 : length < 65536 ? 2 : 8;

	*to++ = first;
	*to++ = (uint8_t) (0x80 | (extra == 0 ? length : extra == 2 ? 126 : 127));
	for (size_t i = extra; i-- > 0;) {
		*to++ = (uint8_t) (length >> 8 * i);
	}
	memcpy(to, mask, 4);
	to += 4;
	for (size_t i = 0; i < length; i++) {
		*to++ = from[i] ^ mask[i & 3];
	}
	return to;
}

/* One message on the wire, its stamp still to be filled in. */
static void make_frames(uint8_t *to)
{
	size_t piece = o.fragment != 0 && o.fragment < o.size ? o.fragment : o.size;
	uint8_t *start = to;

	for (size_t at = 0; at < o.size; at += piece) {
		size_t length = o.size - at < piece ? o.size - at : piece;
		uint8_t opcode = at > 0 ? CONTINUATION : o.binary ? BINARY : TEXT;

		to = put_frame(to, (uint8_t) ((at + length == o.size ? 0x80 : 0) | opcode), payload + at, length);
		if (at == 0) {
			stamp_at = (size_t) (to - start) - length;
		}
	}
	frame_size = (size_t) (to - start);
}

static struct sender *make_sender(const uint8_t *frames, uint32_t window)
{
	struct sender *s = zeroed(1, sizeof(*s));

	s->window = window;
	s->ring = zeroed(window, frame_size);
	s->sent_at = zeroed(window, sizeof(*s->sent_at));
	if (o.broadcast) {
		s->delivered = zeroed(window, sizeof(*s->delivered));
	}
	for (uint32_t i = 0; i < window; i++) {
		memcpy(s->ring + i * frame_size, frames, frame_size);
	}
	return s;
}

static void put_number(uint8_t *to, uint32_t number)
{
	for (int i = 0; i < 8; i++) {
		to[i] = (uint8_t) "0123456789abcdef"[number >> (28 - 4 * i) & 15] ^ mask[i & 3];
	}
}

static uint64_t posted;

/* Fills the window. Nothing is sent yet. */
static void post(struct conn *c)
{
	struct sender *s = c->sender;

	while (!stopping && s->sent - s->completed < s->window && (o.messages == 0 || posted < o.messages)) {
		uint32_t slot = s->sent % s->window;
		uint8_t *stamp = s->ring + slot * frame_size + stamp_at;

		put_number(stamp, s->sent);
		put_number(stamp + 8, c->number);
		s->sent_at[slot] = now;
		s->sent++;
		s->out_to += frame_size;
		posted++;
	}
}

static void watch(struct conn *c, bool writing)
{
	struct epoll_event event = {.events = EPOLLIN | (writing ? EPOLLOUT : 0), .data.ptr = c};

	if (c->writing != writing) {
		c->writing = writing;
		epoll_ctl(queue, EPOLL_CTL_MOD, c->fd, &event);
	}
}

static void send_pong(struct conn *c)
{
	uint8_t frame[6 + 125];
	uint8_t *end = put_frame(frame, 0x80 | PONG, (uint8_t *) c->text, c->text_size);

	if (send(c->fd, frame, (size_t) (end - frame), MSG_NOSIGNAL) != end - frame) {
		fail("connection %u: a Pong can't be sent: %s", c->number, strerror(errno));
	}
	c->pong = false;
	free(c->text);
	c->text = NULL;
	c->text_size = 0;
}

static void flush(struct conn *c)
{
	struct sender *s = c->sender;

	if (s != NULL && s->out_from < s->out_to) {
		size_t ring = s->window * frame_size;
		size_t from = s->out_from % ring;
		size_t length = s->out_to - s->out_from;
		size_t first = length < ring - from ? length : ring - from;
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

/* ---- opening and closing -------------------------------------------------------------- */

static void begin(struct conn *c)
{
	struct sockaddr_in from = {.sin_family = AF_INET};
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t) o.port)};
	struct epoll_event event = {.events = EPOLLOUT, .data.ptr = c};

	c->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (c->fd < 0) {
		fail("connection %u: %s", c->number, strerror(errno));
	}
	from.sin_addr.s_addr = htonl(0x7F000002 + (uint32_t) (begun++ / PER_ADDRESS % 250));
	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	setsockopt(c->fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &(int){1}, sizeof(int));
	setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
	if (bind(c->fd, (struct sockaddr *) &from, sizeof from) != 0 ||
	    (connect(c->fd, (struct sockaddr *) &to, sizeof to) != 0 && errno != EINPROGRESS)) {
		fail("connection %u to port %d: %s", c->number, o.port, strerror(errno));
	}
	c->state = CONNECTING;
	c->begun_at = now;
	epoll_ctl(queue, EPOLL_CTL_ADD, c->fd, &event);
}

static void begin_more(void)
{
	while (opened < conn_count && opened - ready < OPENING) {
		begin(&conns[opened++]);
	}
}

static void make_request(void)
{
	char pad[4096];
	int n;

	request = zeroed(1, 8192);
	memset(pad, 'x', sizeof pad);
	for (size_t length = 0;; length = o.head - request_size) {
		n = snprintf(request, 8192,
		             "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
		             "Sec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n%s%s%.*s%s\r\n",
		             o.path, o.port, key,
		             o.deflate ? "Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover; "
		                         "client_no_context_takeover\r\n"
		                       : "",
		             length > 10 ? "Cookie: a=" : "", length > 10 ? (int) length - 12 : 0, pad,
		             length > 10 ? "\r\n" : "");
		request_size = (size_t) n;
		if (length != 0 || request_size + 12 > o.head) {
			break;
		}
	}
}

static void connected(struct conn *c)
{
	struct epoll_event event = {.events = EPOLLIN, .data.ptr = c};
	int error = 0;

	getsockopt(c->fd, SOL_SOCKET, SO_ERROR, &error, &(socklen_t){sizeof error});
	if (error != 0) {
		fail("connection %u to port %d: %s", c->number, o.port, strerror(error));
	}
	if (send(c->fd, request, request_size, MSG_NOSIGNAL) != (ssize_t) request_size) {
		fail("connection %u: the request can't be sent: %s", c->number, strerror(errno));
	}
	c->state = SHAKING;
	epoll_ctl(queue, EPOLL_CTL_MOD, c->fd, &event);
}

/* Part of the response, from its start. Returns what of the last `n` bytes belongs to it. */
static size_t take_response(struct conn *c, const uint8_t *at, size_t n)
{
	size_t before = c->text_size;
	char *end;

	if (before + n + 1 > 65536) {
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
	end[4 - 1] = '\0';
	if (strncmp(c->text, "HTTP/1.1 101 ", 13) != 0 || strstr(c->text, accepted) == NULL) {
		fail("connection %u: no WebSocket: %s", c->number, c->text);
	}
	if (o.deflate && (strstr(c->text, "permessage-deflate") == NULL ||
	                  strstr(c->text, "server_no_context_takeover") == NULL)) {
		fail("connection %u: no permessage-deflate without context takeover: %s", c->number, c->text);
	}
	n = (size_t) (end + 4 - c->text) - before;
	free(c->text);
	c->text = NULL;
	c->text_size = 0;
	c->state = OPEN;
	ready++;
	if (strcmp(o.work, "connect") == 0) {
		uint8_t frame[8];

		put_frame(frame, 0x80 | CLOSE, (const uint8_t *) "\x03\xe8", 2);
		if (send(c->fd, frame, sizeof frame, MSG_NOSIGNAL) != sizeof frame) {
			fail("connection %u: a Close can't be sent: %s", c->number, strerror(errno));
		}
		c->state = CLOSING;
	}
	return n;
}

static void closed(struct conn *c)
{
	if (c->state != GONE) {
		fail("connection %u: the server has closed it after %lu messages", c->number,
		     c->sender == NULL ? 0 : (unsigned long) c->sender->completed);
	}
	close(c->fd);
	ready--;
	done++;
	note_latency(now - c->begun_at);
	if (!stopping) {
		begin(c);
	}
}

/* ---- what comes back ----------------------------------------------------------------------- */

static uint32_t number_in(const uint8_t *at)
{
	uint32_t number = 0;

	for (int i = 0; i < 8; i++) {
		uint8_t digit = at[i];

		number = number << 4 | (digit <= '9' ? digit - '0' : digit - 'a' + 10) % 16U;
	}
	return number;
}

/* Whose message is this, and is it the next one? */
static void check_stamp(struct conn *c, const uint8_t *stamp)
{
	uint32_t number = number_in(stamp);
	uint32_t sender = number_in(stamp + 8);
	uint32_t expected;
	uint8_t again[STAMP];

	put_number(again, number);
	put_number(again + 8, sender);
	for (int i = 0; i < STAMP; i++) {
		if ((again[i] ^ mask[i & 3]) != stamp[i]) {
			fail("connection %u: no message of ours begins with \"%.16s\"", c->number, (const char *) stamp);
		}
	}
	if (o.broadcast ? sender >= o.senders : sender != c->number) {
		fail("connection %u: a message of %u", c->number, sender);
	}
	expected = o.broadcast ? c->expected[sender] : c->sender->completed;
	if (number != expected) {
		fail("connection %u: message %u where %u was to come", c->number, number, expected);
	}
}

/* Its stamp was right, and so was the rest. */
static void arrived(struct conn *c)
{
	struct sender *s = c->sender;
	uint32_t slot;

	if (!o.broadcast) {
		if (s->completed == s->sent) {
			fail("connection %u: message %u twice", c->number, s->completed);
		}
		if (c->kind == FLOODER) {
			done_flood++;
		} else {
			note_latency(now - s->sent_at[s->completed % s->window]);
			done++;
		}
		s->completed++;
		return;
	}
	s = conns[number_in(c->stamp + 8)].sender;
	slot = number_in(c->stamp) % s->window;
	note_latency(now - s->sent_at[slot]);
	c->expected[number_in(c->stamp + 8)]++;
	done++;
	if (++s->delivered[slot] == o.connections) {
		s->delivered[slot] = 0;
		s->completed++;
	}
}

static void check_content(struct conn *c, const uint8_t *at, size_t n)
{
	size_t offset = c->offset;

	if (offset + n > o.size) {
		fail("connection %u: a message of more than %zu bytes", c->number, o.size);
	}
	c->offset += n;
	if (offset < STAMP) {
		size_t part = n < STAMP - offset ? n : STAMP - offset;

		memcpy(c->stamp + offset, at, part);
		if (offset + part == STAMP) {
			check_stamp(c, c->stamp);
		}
		at += part;
		n -= part;
		offset += part;
	}
	if (n > 0 && memcmp(at, payload + offset, n) != 0) {
		while (*at == payload[offset]) {
			at++;
			offset++;
		}
		fail("connection %u: byte %zu of a message is %02x instead of %02x", c->number, offset, *at, payload[offset]);
	}
}

/* What was compressed once need not be inflated for every connection. */
static struct bytes packed[PACKED];

static void keep(struct bytes *bytes, const uint8_t *at, size_t n)
{
	if (bytes->size - bytes->length < n) {
		bytes->size = bytes->length + n + 256;
		bytes->at = realloc(bytes->at, bytes->size);
		if (bytes->at == NULL) {
			fail("no memory");
		}
	}
	memcpy(bytes->at + bytes->length, at, n);
	bytes->length += n;
}

static void unpack(struct conn *c)
{
	static z_stream stream;
	static uint8_t *text;
	struct bytes *known = o.broadcast && o.senders == 1 ? &packed[c->expected[0] % PACKED] : NULL;
	static uint32_t known_number[PACKED];

	if (known != NULL && known->length == c->pack.length && known_number[known - packed] == c->expected[0] &&
	    memcmp(known->at, c->pack.at, known->length) == 0) {
		put_number(c->stamp, c->expected[0]);
		put_number(c->stamp + 8, 0);
		for (int i = 0; i < STAMP; i++) {
			c->stamp[i] ^= mask[i & 3];
		}
		c->offset = o.size;
		c->pack.length = 0;
		return;
	}
	if (text == NULL) {
		text = zeroed(1, o.size + 1);
		if (inflateInit2(&stream, -15) != Z_OK) {
			fail("zlib does not start");
		}
	}
	keep(&c->pack, (const uint8_t *) "\x00\x00\xff\xff", 4);
	inflateReset(&stream);
	stream.next_in = c->pack.at;
	stream.avail_in = (uInt) c->pack.length;
	stream.next_out = text;
	stream.avail_out = (uInt) o.size + 1;
	if (inflate(&stream, Z_SYNC_FLUSH) < 0) {
		fail("connection %u: a compressed message does not inflate", c->number);
	}
	check_content(c, text, o.size + 1 - stream.avail_out);
	c->pack.length -= 4;
	if (known != NULL) {
		known->length = 0;
		keep(known, c->pack.at, c->pack.length);
		known_number[known - packed] = c->expected[0];
	}
	c->pack.length = 0;
}

static void end_frame(struct conn *c)
{
	c->in_frame = false;
	c->head_size = 0;
	if (c->opcode == PING) {
		c->pong = true;
		flush(c);
	} else if (c->opcode == CLOSE) {
		if (c->state != CLOSING) {
			fail("connection %u: the server says Close %d", c->number,
			     c->text_size < 2 ? 1005 : (uint8_t) c->text[0] << 8 | (uint8_t) c->text[1]);
		}
		c->state = GONE;
	} else if (c->opcode < CLOSE && c->fin) {
		if (c->packed) {
			unpack(c);
		}
		if (c->offset != o.size) {
			fail("connection %u: a message of %lu bytes instead of %zu", c->number, (unsigned long) c->offset, o.size);
		}
		c->in_message = false;
		c->offset = 0;
		arrived(c);
	}
	if (!c->pong) {
		free(c->text);
		c->text = NULL;
		c->text_size = 0;
	}
}

/* Bytes of a header that may come one by one. */
static const uint8_t *take_header(struct conn *c, const uint8_t *at, const uint8_t *end)
{
	size_t need = 2;

	while (at < end) {
		c->head[c->head_size++] = *at++;
		if (c->head_size >= 2) {
			need = c->head[1] < 126 ? 2 : c->head[1] == 126 ? 4 : 10;
		}
		if (c->head_size == need) {
			c->in_frame = true;
			break;
		}
	}
	if (!c->in_frame) {
		return at;
	}
	c->fin = c->head[0] & 0x80;
	c->opcode = c->head[0] & 0x0F;
	c->left = c->head[1];
	if (need > 2) {
		c->left = 0;
		for (size_t i = 2; i < need; i++) {
			c->left = c->left << 8 | c->head[i];
		}
	}
	if ((c->head[0] & (o.deflate ? 0x30 : 0x70)) != 0 || (c->head[1] & 0x80) != 0) {
		fail("connection %u: no frame of a server begins with %02x %02x", c->number, c->head[0], c->head[1]);
	}
	if (c->opcode < CLOSE) {
		uint8_t expected = c->in_message ? CONTINUATION : o.binary ? BINARY : TEXT;

		if (c->opcode != expected) {
			fail("connection %u: a frame with opcode %u instead of %u", c->number, c->opcode, expected);
		}
		if (c->kind == IDLER) {
			fail("connection %u: a message, but it has said nothing", c->number);
		}
		c->packed = c->in_message ? c->packed : (c->head[0] & 0x40) != 0;
		c->in_message = true;
	} else if (c->left > 125) {
		fail("connection %u: a control frame of %lu bytes", c->number, (unsigned long) c->left);
	} else if (c->opcode == PING || c->opcode == CLOSE) {
		c->text = realloc(c->text, 125);
		c->text_size = 0;
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
		if (c->opcode < CLOSE && c->packed) {
			keep(&c->pack, at, n);
		} else if (c->opcode < CLOSE) {
			check_content(c, at, n);
		} else if (c->text != NULL) {
			memcpy(c->text + c->text_size, at, n);
			c->text_size += n;
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
	now = clock_ns();
	if (n <= 0) {
		closed(c);
		return;
	}
	if (c->state == SHAKING) {
		used = take_response(c, receive, (size_t) n);
	}
	take_frames(c, receive + used, (size_t) n - used);
	if (c->sender != NULL && !o.broadcast) {
		post(c);
		flush(c);
	}
}

/* ---- the loop -------------------------------------------------------------------------------- */

static uint64_t last_event;

static void turn(void)
{
	static struct epoll_event events[EVENTS];
	int count = epoll_wait(queue, events, EVENTS, 100);

	now = clock_ns();
	if (count > 0) {
		last_event = now;
	} else if (now - last_event > UINT64_C(60000000000)) {
		fail("nothing has come for a minute; %u of %u connections are open, %lu replies are missing", ready, conn_count,
		     (unsigned long) (posted - done - done_flood));
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
	if (o.broadcast && !stopping) {
		for (uint32_t i = 0; i < o.senders; i++) {
			if (conns[i].sender != NULL) {
				post(&conns[i]);
				flush(&conns[i]);
			}
		}
	}
}

/* For a time, and until something is done: so a window of a long message has whole ones in it. */
static void run_for(double seconds)
{
	uint64_t until = clock_ns() + (uint64_t) (seconds * 1e9);
	uint64_t before = done;

	do {
		turn();
	} while (now < until || done == before);
}

static uint64_t outstanding(void)
{
	uint64_t count = 0;

	for (uint32_t i = 0; i < conn_count; i++) {
		if (conns[i].sender != NULL) {
			count += conns[i].sender->sent - conns[i].sender->completed;
		}
	}
	return count;
}

static void start_messages(void)
{
	uint8_t *frames = zeroed(1, o.size + 14 * (o.fragment != 0 ? o.size / o.fragment + 2 : 1));

	make_frames(frames);
	for (uint32_t i = 0; i < conn_count; i++) {
		struct conn *c = &conns[i];

		if (o.broadcast) {
			c->expected = zeroed(o.senders, sizeof(*c->expected));
		}
		if (c->kind == FLOODER || (c->kind == WORKER && (!o.broadcast || i < o.senders))) {
			c->sender = make_sender(frames, c->kind == FLOODER ? o.flood : o.in_flight);
		}
	}
	free(frames);
	now = clock_ns();
	for (uint32_t i = 0; i < conn_count; i++) {
		if (conns[i].sender != NULL) {
			post(&conns[i]);
			flush(&conns[i]);
		}
	}
}

/* How many connections there may be, here and there. */
static uint32_t descriptors(void)
{
	struct rlimit files;
	char buffer[4096];
	const char *line;
	rlim_t most;

	getrlimit(RLIMIT_NOFILE, &files);
	files.rlim_cur = files.rlim_max;
	setrlimit(RLIMIT_NOFILE, &files);
	most = files.rlim_max;
	if (o.pid != 0 && read_file("/proc/%d/limits", o.pid, 0, buffer, sizeof buffer) != NULL) {
		line = strstr(buffer, "Max open files");
		if (line != NULL && strtoull(line + 14, NULL, 10) > 0 && strtoull(line + 14, NULL, 10) < most) {
			most = strtoull(line + 14, NULL, 10);
		}
	}
	return most > 1000128 ? 1000000 : (uint32_t) most - 128;
}

static const struct option options[] = {
	{"port", required_argument, NULL, 'p'},       {"pid", required_argument, NULL, 'P'},
	{"path", required_argument, NULL, 'u'},       {"size", required_argument, NULL, 's'},
	{"fragment", required_argument, NULL, 'f'},   {"connections", required_argument, NULL, 'c'},
	{"in-flight", required_argument, NULL, 'i'},  {"senders", required_argument, NULL, 'S'},
	{"idle", required_argument, NULL, 'I'},       {"flood", required_argument, NULL, 'F'},
	{"seconds", required_argument, NULL, 't'},    {"warm-up", required_argument, NULL, 'w'},
	{"messages", required_argument, NULL, 'm'},   {"head", required_argument, NULL, 'H'},
	{"binary", no_argument, NULL, 'b'},           {"utf8", no_argument, NULL, 'U'},
	{"deflate", no_argument, NULL, 'z'},          {NULL, 0, NULL, 0},
};

static _Noreturn void usage(void)
{
	fputs("usage: load echo|broadcast|connect|idle --port=N [OPTION ...]\n"
	      "  --pid=N            the server's process, whose CPU time and memory are looked at\n"
	      "  --path=/P          default /broadcast for broadcast, else /echo\n"
	      "  --size=N           bytes of a message, 16 or more (16)\n"
	      "  --fragment=N       in frames of N bytes, 16 or more (one frame)\n"
	      "  --connections=N    (100)\n"
	      "  --in-flight=N      messages under way, of each connection or each sender (1)\n"
	      "  --senders=N        broadcast: so many of the connections send (1)\n"
	      "  --idle=N           echo: connections beside the others that say nothing (0)\n"
	      "  --flood=N          echo: one more connection, with N in flight, not in the numbers (0)\n"
	      "  --seconds=S        the measured window (1), after --warm-up=S (0.2)\n"
	      "  --messages=N       instead: so many messages, all of them measured\n"
	      "  --head=N           bytes of the request's head (200)\n"
	      "  --binary           random bytes; else text, JSON-like\n"
	      "  --utf8             text of all lengths of UTF-8\n"
	      "  --deflate          offer permessage-deflate without context takeover\n",
	      stderr);
	exit(2);
}

static void understand(int argc, char **argv)
{
	int option;
	uint32_t most;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		double value = optarg == NULL || option == 'u' ? 0 : strtod(optarg, NULL);

		switch (option) {
		case 'p': o.port = (int) value; break;
		case 'P': o.pid = (int) value; break;
		case 'u': o.path = optarg; break;
		case 's': o.size = (size_t) value; break;
		case 'f': o.fragment = (size_t) value; break;
		case 'c': o.connections = (uint32_t) value; break;
		case 'i': o.in_flight = (uint32_t) value; break;
		case 'S': o.senders = (uint32_t) value; break;
		case 'I': o.idle = (uint32_t) value; break;
		case 'F': o.flood = (uint32_t) value; break;
		case 't': o.seconds = value; break;
		case 'w': o.warm_up = value; break;
		case 'm': o.messages = (uint64_t) value; break;
		case 'H': o.head = (uint32_t) value; break;
		case 'b': o.binary = true; break;
		case 'U': o.utf8 = true; break;
		case 'z': o.deflate = true; break;
		default: usage();
		}
	}
	if (optind != argc - 1) {
		usage();
	}
	o.work = argv[optind];
	o.broadcast = strcmp(o.work, "broadcast") == 0;
	if ((!o.broadcast && strcmp(o.work, "echo") != 0 && strcmp(o.work, "connect") != 0 && strcmp(o.work, "idle") != 0) ||
	    o.port <= 0 || o.port > 65535 || o.size < STAMP || (o.fragment != 0 && o.fragment < STAMP) ||
	    o.connections == 0 || o.in_flight == 0 || o.senders == 0 || o.senders > o.connections || o.head > 4096 ||
	    ((o.idle != 0 || o.flood != 0) && strcmp(o.work, "echo") != 0)) {
		usage();
	}
	if (o.path == NULL) {
		o.path = o.broadcast ? "/broadcast" : "/echo";
	}
	most = descriptors();
	if (strcmp(o.work, "idle") == 0) {
		o.idle = o.connections;
		o.connections = 0;
	}
	if (o.connections + (o.flood != 0) > most) {
		fail("%u connections are more than the limit of descriptors (ulimit -Hn) allows: %u", o.connections, most);
	}
	if (o.connections + (o.flood != 0) + o.idle > most) {
		fprintf(stderr, "load: %u idle connections: the limit of descriptors (ulimit -Hn, here or of the server) allows %u\n",
		        o.idle, most - o.connections - (o.flood != 0));
		o.idle = most - o.connections - (o.flood != 0);
	}
	conn_count = o.connections + o.idle + (o.flood != 0);
}

static void report(uint64_t from, uint64_t to, const struct usage *before, const struct usage *after,
                   const struct usage *at_first, const struct usage *at_last)
{
	double seconds = to > from ? (double) (to - from) / 1e9 : 1;
	double count = done > 0 ? (double) done : 1;
	struct rusage mine;

	getrusage(RUSAGE_SELF, &mine);
	printf("{\"work\":\"%s\",\"size\":%zu,\"fragment\":%zu,\"connections\":%u,\"in_flight\":%u,\"senders\":%u,\"idle\":%u,"
	       "\"flood\":%u,\"head\":%zu,",
	       o.work, o.size, o.fragment, o.connections, o.in_flight, o.senders, o.idle, o.flood, request_size);
	printf("\"seconds\":%.4f,\"messages\":%lu,\"flooded\":%lu,\"per_second\":%.1f,\"megabytes_per_second\":%.2f,", seconds,
	       (unsigned long) done, (unsigned long) done_flood, (double) done / seconds,
	       (double) done * (double) o.size / seconds / 1e6);
	if (o.pid != 0) {
		/* What it costs to look is in neither of both. */
		double per_tick = (after->user - before->user) + (after->system - before->system);
		double cpu = (double) (after->run - before->run) / 1000;
		double user = per_tick > 0 ? cpu * (after->user - before->user) / per_tick : 0;

		count += (double) done_flood;
		printf("\"cpu_us\":%.4f,\"user_us\":%.4f,\"system_us\":%.4f,\"cpu_load\":%.3f,", cpu / count, user / count,
		       (cpu - user) / count, cpu / 1e6 / seconds);
		printf("\"rss_before\":%lu,\"rss\":%lu,\"pss_before\":%lu,\"pss\":%lu,", (unsigned long) at_first->rss,
		       (unsigned long) at_last->rss, (unsigned long) at_first->pss, (unsigned long) at_last->pss);
	}
	printf("\"latency_us\":{\"p50\":%.1f,\"p90\":%.1f,\"p99\":%.1f,\"max\":%.1f}}\n", percentile(0.5), percentile(0.9),
	       percentile(0.99), (double) latency_max / 1000);
}

int main(int argc, char **argv)
{
	struct usage at_first;
	struct usage before;
	struct usage after;
	struct usage at_last;
	uint64_t from;
	uint64_t to;
	bool connecting;

	understand(argc, argv);
	connecting = strcmp(o.work, "connect") == 0;
	make_payload();
	make_request();
	queue = epoll_create1(EPOLL_CLOEXEC);
	conns = zeroed(conn_count, sizeof(*conns));
	for (uint32_t i = 0; i < conn_count; i++) {
		conns[i].number = i;
		conns[i].kind = i < o.connections ? WORKER : i < o.connections + o.idle ? IDLER : FLOODER;
	}
	at_first = look(true);
	now = last_event = clock_ns();
	while (ready < conn_count && !(connecting && opened == conn_count)) {
		begin_more();
		turn();
	}

	if (strcmp(o.work, "idle") == 0) {
		before = after = look(false);
		from = to = clock_ns();
	} else {
		if (o.messages == 0 && !connecting) {
			start_messages();
		}
		if (o.messages == 0) {
			run_for(o.warm_up);
		}
		before = look(false);
		from = clock_ns();
		done = done_flood = 0;
		measuring = true;
		if (o.messages != 0 && !connecting) {
			start_messages();
			while (posted < o.messages || outstanding() > 0) {
				turn();
			}
		} else if (o.messages != 0) {
			while (done < o.messages) {
				turn();
			}
		} else {
			run_for(o.seconds);
		}
		measuring = false;
		after = look(false);
		to = now;
		stopping = true;
	}
	at_last = look(true);
	{
		uint64_t measured = done;
		uint64_t measured_flood = done_flood;

		while (outstanding() > 0) {
			turn();
		}
		done = measured;
		done_flood = measured_flood;
	}
	report(from, to, &before, &after, &at_first, &at_last);
	return 0;
}
