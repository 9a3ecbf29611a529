/* SPDX-License-Identifier: MIT
 *
 * L1: what messages are made of and from: the streams of zlib, which of them a
 * connection uses, what connections share (endpoint), and the machine that reads frames.
 * A part of internal.h, which includes it.
 */
#ifndef WSC_MESSAGE_H
#define WSC_MESSAGE_H

#include "codec.h"
#include "list.h"
#include "wsc.h"

/* ---- inflate.c, deflate.c: one stream of zlib (no_zlib.c: none) ------------- */

#define WSC_WINDOW_BITS_MIN 8
#define WSC_WINDOW_BITS_MAX 15
#define WSC_WINDOW_SIZES (WSC_WINDOW_BITS_MAX - WSC_WINDOW_BITS_MIN + 1)

struct wsc_inflate;

enum wsc_inflate_status {
	WSC_INFLATE_MORE, /* all input is used up, all output is written             */
	WSC_INFLATE_FULL, /* no room is left; there may be more output               */
	WSC_INFLATE_BAD,  /* this is no compressed data                              */
	WSC_INFLATE_NOMEM
};

/* Streams between two messages. One a loop. */
struct wsc_inflate_pool {
	struct wsc_inflate *free;
	size_t free_count;
};

/* NULL: no memory. */
struct wsc_inflate *wsc_inflate_new(uint8_t bits);
void wsc_inflate_free(struct wsc_inflate *inflate);
/* About how much memory a stream takes. */
size_t wsc_inflate_memory(uint8_t bits);
/* For a message without context takeover: a stream that reads any window, to be
 * given back. */
struct wsc_inflate *wsc_inflate_take(struct wsc_inflate_pool *pool);
void wsc_inflate_give(struct wsc_inflate_pool *pool, struct wsc_inflate *inflate);
void wsc_inflate_pool_dtor(struct wsc_inflate_pool *pool);
/* Moves both pointers on. */
enum wsc_inflate_status wsc_inflate_feed(struct wsc_inflate *inflate, const uint8_t **input, size_t *input_length,
                                         uint8_t **output, size_t *output_length);
/* The message ends here; false: it is cut off. */
bool wsc_inflate_end(struct wsc_inflate *inflate);

/* The smallest window that can be promised to a client: 8 where the zlib in use
 * is seen to keep within it, else 9. */
uint8_t wsc_deflate_least_bits(void);
size_t wsc_deflate_memory(uint8_t bits);
/* The rest of deflate.c is in wsc.h. */

/* ---- compression.c: which message is compressed by which stream -------------- */

/* A compressed message: payload memory, a reference on it. */
struct wsc_compressed {
	void *owner;
	const char *bytes;
	size_t length;
};

/* The stream that connections without context takeover share, and the last
 * payload that it was given this turn. */
struct wsc_compression_slot {
	struct wsc_deflate *stream; /* NULL until it is needed                          */
	void *source;               /* a reference on that payload; NULL: none          */
	const char *bytes;
	size_t length;
	struct wsc_compressed made; /* what became of it; owner NULL: it did not shrink */
};

/* One a server. */
struct wsc_compression {
	const struct wsc_options *options;
	const struct wsc_hooks *hooks;
	void *data;
	struct wsc_deflate_policy policy;
	uint64_t reserved;           /* bytes of the contexts that connections keep       */
	struct wsc_list remembering; /* in loop->remembering: a slot holds a payload       */
	struct wsc_compression_slot slots[WSC_WINDOW_SIZES];
};

void wsc_compression_init(struct wsc_compression *compression, const struct wsc_options *options,
                          const struct wsc_hooks *hooks, void *data);
void wsc_compression_dtor(struct wsc_compression *compression);
/* Lets go of the payloads of this turn. */
void wsc_compression_forget(struct wsc_compression *compression);
/* What may be agreed on with the next client. */
struct wsc_deflate_policy wsc_compression_policy(const struct wsc_compression *compression);
/* Counts the contexts of a connection, and no longer. */
void wsc_compression_reserve(struct wsc_compression *compression, const struct wsc_deflate_terms *terms);
void wsc_compression_release(struct wsc_compression *compression, const struct wsc_deflate_terms *terms);
/* Compresses a message for a connection with these terms; *own is its stream, if
 * it has context takeover. true: *made is to be sent, and its owner given back.
 * false: the message is to be sent as it is. */
bool wsc_compression_message(struct wsc_compression *compression, struct wsc_list *rememberers,
                             const struct wsc_deflate_terms *terms, struct wsc_deflate **own, const char *bytes,
                             size_t length, void *owner, struct wsc_compressed *made);

/* ---- endpoint.c ------------------------------------------------------------- */

struct wsc_endpoint {
	unsigned refs;
	struct wsc_slice *protocols; /* sub-protocols; one malloc with their bytes            */
	size_t protocol_count;
	bool strict;
	bool want_fragments;
	bool keepalive;    /* wsc_endpoint_keepalive() has been called                 */
	uint8_t ping[125]; /* … with this payload                                      */
	uint8_t ping_length;
};

struct wsc_endpoint *wsc_endpoint_ref(struct wsc_endpoint *endpoint);

/* ---- message.c: the receive machine of one connection -------------------- */

struct wsc_message;

/* What the unfinished messages of all connections of a server may take. */
struct wsc_message_budget {
	uint64_t used; /* bytes */
	/* Gives up an unfinished message that is larger than `asking`, and not it;
	 * false: there is none. */
	bool (*make_room)(struct wsc_message_budget *budget, const struct wsc_message *asking);
};

/* What the machine has to obey; shared by all connections of a server. */
struct wsc_message_rules {
	const struct wsc_hooks *hooks;
	void *data;
	const struct wsc_options *options;
	struct wsc_message_budget *budget;
	struct wsc_inflate_pool *inflaters;
	bool from_server; /* its frames must not be masked; those of a client must */
	size_t lend_max;  /* bytes of a client's message that is lent from the input if it is
	                   * there as a whole; 0: none is                                     */
};

struct wsc_message {
	struct wsc_message *next;             /* in a pool                                            */
	uint8_t header[WSC_FRAME_HEADER_MAX]; /* of the frame being read, as far as it came  */
	uint8_t header_length;
	bool in_payload;               /* the header is complete and decoded                          */
	uint8_t opcode;                /* of the message being assembled, 0: none                     */
	struct wsc_utf8 utf8;          /* of that message, if it is text                              */
	struct wsc_frame_header frame; /* the frame being read, once in_payload               */
	uint64_t frame_received;       /* bytes of its payload that came                      */
	uint8_t *control;              /* payload of a control frame cut by a read; malloc, or NULL   */
	void *owner;                   /* payload block of the message; ours until it is handed out   */
	char *bytes;                   /* its bytes                                                   */
	size_t capacity;               /* … how many there are                                        */
	size_t length;                 /* … how many are filled                                       */
	uint32_t fragment_count;
	bool want_fragments; /* the lengths of the frames are to be handed out              */
	bool recording;      /* … those of this message                                     */
	uint8_t window_bits; /* permessage-deflate is agreed on, with this window; 0: it is not */
	bool takeover;       /* … and the stream lasts from message to message              */
	bool compressed;     /* this message is                                             */
	uint64_t *fragments; /* payload lengths of the frames so far; malloc, or NULL       */
	size_t fragment_room;
	struct wsc_inflate *inflate; /* NULL: none is needed, or not yet                    */
	uint64_t compressed_length;  /* bytes of this message as they came                  */
};

/* Machines that no connection needs at present: one has work only as long as a
 * message is incomplete. One a loop. */
struct wsc_message_pool {
	struct wsc_message *free;
	size_t free_count;
};

/* NULL: no memory. What is given back holds nothing. */
struct wsc_message *wsc_message_take(struct wsc_message_pool *pool);
void wsc_message_give(struct wsc_message_pool *pool, struct wsc_message *message);
void wsc_message_pool_dtor(struct wsc_message_pool *pool);

void wsc_message_init(struct wsc_message *message);
/* Compressed messages may come from now on. */
void wsc_message_allow_compression(struct wsc_message *message, uint8_t window_bits, bool takeover);
void wsc_message_dtor(struct wsc_message *message, const struct wsc_message_rules *rules);
/* Is there nothing in it that the next bytes would need? */
bool wsc_message_idle(const struct wsc_message *message);

/* Between two messages, for what nearly all are: one short frame that lies whole in
 * the input. It is unmasked there and lent: the payload has no owner. WSC_MESSAGE_MORE:
 * it is something else, or breaks a rule of frames, and is left untouched for
 * wsc_message_next(). */
enum wsc_message_event wsc_message_lend(const struct wsc_message_rules *rules, uint8_t **bytes, size_t *length,
                                        struct wsc_message_result *result);

/* Reads on until something is to be done, moving *bytes and *length past what
 * it used. The input may be changed in place (control frames are unmasked
 * there). Calls the payload hooks, no other. */
enum wsc_message_event wsc_message_next(struct wsc_message *message, const struct wsc_message_rules *rules,
                                        uint8_t **bytes, size_t *length, struct wsc_message_result *result);

#endif
