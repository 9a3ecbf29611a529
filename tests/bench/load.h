/* SPDX-License-Identifier: MIT
 *
 * What the files of the load generator share: load.c (options, phases, the
 * result), client.c (connections), message.c (what is sent and whether it came
 * back), measure.c (latency, the server's process).
 */
#ifndef BENCH_LOAD_H
#define BENCH_LOAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define STAMP 16 /* digits that a message begins with: its number, its sender's number */

enum {
	CONTINUATION,
	TEXT,
	BINARY,
	CLOSE = 8,
	PING,
	PONG
};

enum state {
	CONNECTING,
	SHAKING,
	OPEN,
	CLOSING, /* our Close is sent */
	GONE     /* the server's has come */
};

enum kind {
	WORKER,
	IDLER,
	FLOODER
};

struct bytes {
	uint8_t *at;
	size_t length;
	size_t size;
};

/* What is sent, and what is waited for. */
struct sender {
	uint32_t sent;       /* messages; the next one's number */
	uint32_t completed;  /* replies, or broadcasts that everybody has */
	uint32_t window;     /* the most that are under way */
	uint8_t *ring;       /* `window` masked messages, one after another */
	size_t ring_size;    /* bytes of all of them */
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
	struct bytes pack;     /* of a compressed message */
	struct sender *sender; /* NULL: it only listens */
	uint32_t *expected;    /* broadcast: the next number, by sender */
	uint64_t begun_at;
};

/* What was asked for: usage() in load.c. */
extern struct options {
	const char *work;
	bool broadcast; /* of `work` */
	bool connect;
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
	uint32_t head;
	double seconds;
	double warm_up;
	uint64_t messages; /* 0: by time */
	bool binary;
	bool utf8;
	bool deflate;
} opt;

extern struct run {
	struct conn *conns; /* workers, then idlers, then the flooder */
	uint32_t conn_count;
	uint32_t ready;      /* of them, now open */
	uint64_t begun;      /* in all */
	uint64_t now;        /* nanoseconds, when the last bytes came */
	uint64_t posted;     /* messages, ever */
	uint64_t done;       /* replies, deliveries or connections of the measured window */
	uint64_t done_flood; /* and of the flooder */
	bool measuring;
	bool stopping; /* nothing new is begun */
	size_t request_size;
} run;

/* ---- load.c ------------------------------------------------------------- */

/* Says what was wrong and ends the process. */
_Noreturn void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

void *zeroed(size_t count, size_t size);

/* ---- client.c ----------------------------------------------------------- */

void client_start(void);

/* Begins connections that are not open yet, a few at a time. False: all were begun. */
bool client_open_more(void);

/* Fills the windows of all senders for the first time. */
void client_send_first(void);

/* Waits for something to happen, and deals with it. */
void client_turn(void);

/* Messages that are under way. */
uint64_t client_outstanding(void);

/* ---- message.c ---------------------------------------------------------- */

void message_prepare(void);

struct sender *message_sender(uint32_t window);

/* A masked frame is written to `to`; its end is returned. */
uint8_t *message_frame(uint8_t *to, uint8_t first, const uint8_t *from, size_t length);

/* Fills the window of a connection's sender. Nothing is sent yet. */
void message_post(struct conn *c);

/* The next bytes of a message; of a compressed one. Any that are wrong end the process. */
void message_take(struct conn *c, const uint8_t *at, size_t n);
void message_take_packed(struct conn *c, const uint8_t *at, size_t n);

/* They were the last: was it all, and what does that mean for its sender? */
void message_end(struct conn *c);

/* ---- measure.c ---------------------------------------------------------- */

struct usage {
	uint64_t run;  /* nanoseconds on a CPU, all threads and children */
	double user;   /* microseconds, as far as ticks tell */
	double system; /* likewise */
	uint64_t rss;  /* bytes */
	uint64_t pss;
};

uint64_t measure_clock(void);
void measure_latency(uint64_t ns);

/* Microseconds that `part` of all were below; 1 is the longest. */
double measure_percentile(double part);

/* Of the process `opt.pid` and its children. Memory takes the kernel a while. */
struct usage measure_usage(bool memory);

/* How many descriptors that process may have; 0 if nobody says. */
uint64_t measure_descriptors(void);

#endif
