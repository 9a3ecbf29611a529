/* SPDX-License-Identifier: MIT
 *
 * Ratchet\RFC6455\Messaging\MessageBuffer: bytes of one WebSocket connection go
 * in, messages and control frames come out, by the rules of the engine. The
 * first part is for everybody who has such bytes from somewhere else than the
 * engine's connections; the second for the files that implement the class.
 */
#ifndef WSCHAT_MESSAGE_BUFFER_H
#define WSCHAT_MESSAGE_BUFFER_H

#include "php_wschat.h"

#include "callback.h"
#include "messaging.h"

#include "zend_smart_str.h"

extern zend_class_entry *wschat_ce_message_buffer;
extern zend_class_entry *wschat_ce_close_frame_checker;

/*
 * Who is told. Both are called from wschat_message_buffer_data(), may run user
 * code, feed the buffer, stop it or let go of it. What they are given is
 * borrowed. They may leave an exception behind: then what is not read yet
 * waits for the next call.
 */
struct wschat_buffer_callbacks {
	/* A string or a Message. */
	void (*message)(void *arg, zval *message, bool binary);
	/* A Ping, a Pong or the Close that is to be sent back: the peer's own, or one
	 * that says what was wrong. After a Close nothing more comes. */
	void (*control)(void *arg, zend_object *frame);
};

/*
 * For frames of a client, with Ratchet's limits. `holder` may be NULL; it is
 * kept alive by the buffer and visible to the garbage collector, and owns `arg`.
 * NULL: no memory, and an exception is pending.
 */
zend_object *wschat_message_buffer_new(const struct wschat_buffer_callbacks *callbacks, void *arg, zend_object *holder,
                                       bool messages_as_objects);

/* The next bytes, which are copied. Called from inside a callback it delivers
 * what is there, in order, before it returns. Runs user code; look at
 * EG(exception). */
void wschat_message_buffer_data(zend_object *buffer, const char *bytes, size_t length);

/* Nothing more is delivered, whatever comes. Runs no user code. */
void wschat_message_buffer_stop(zend_object *buffer);

/* ---- between message_buffer.c, frame_check.c and message_sender.c -------------- */

struct wschat_message_buffer {
	struct wsc_decoder *decoder; /* NULL: not constructed, or stopped                   */
	bool constructed;
	bool expect_mask; /* the peer is a client, and we a server                          */
	bool as_objects;  /* messages are, instead of strings                               */
	uint8_t *window;  /* a copy of some of the input, which the decoder may change; or NULL */
	size_t window_at; /* … and how much of it has been read                             */
	size_t window_length;
	zend_string *input; /* what the next window is copied from, or NULL                 */
	size_t input_at;
	smart_str more; /* … and what has come since                                        */
	const struct wschat_buffer_callbacks *callbacks;
	void *arg;
	zend_object *holder;           /* or NULL                                                */
	zval checker;                  /* a CloseFrameChecker, or UNDEF                          */
	zval factory;                  /* the exception factory for new frames, or UNDEF         */
	struct wschat_callback script; /* $onMessage                                             */
	struct wschat_callback script_control;
	struct wschat_callback sender;
	/* what is sent */
	bool compress;
	uint8_t deflate_bits;
	bool deflate_takeover;
	struct wsc_deflate *deflate; /* NULL: not needed, or not yet                          */
	bool deflating;              /* fragments of a compressed message are under way       */
	zend_long streaming;         /* the opcode of the message that sendMessage() has begun, or 0 */
	zend_object std;
};

static inline struct wschat_message_buffer *wschat_message_buffer_of(zend_object *object)
{
	return (struct wschat_message_buffer *) ((char *) object - offsetof(struct wschat_message_buffer, std));
}

/* false: the constructor was skipped, and an exception says so. */
bool wschat_message_buffer_demand(zend_object *object);

/* frame_check.c. Those that return an object give a new reference, or NULL and
 * leave an exception behind; methods that a subclass has overridden are called,
 * so user code may run. */
zend_object *wschat_buffer_frame(zend_object *buffer, zend_string *payload, bool final, uint8_t opcode);
zend_object *wschat_buffer_close_frame(zend_object *buffer, uint16_t code, const char *reason);
zend_object *wschat_buffer_checked_control(zend_object *buffer, uint8_t opcode, zend_string *payload);

/* Has a subclass changed how messages are made or checked? */
bool wschat_buffer_makes_messages(const zend_object *buffer);
/* Makes a message as the subclass wants it. NULL with *control: it is refused,
 * and that is the Close to be sent; without: an exception is pending. */
zend_object *wschat_buffer_make_message(zend_object *buffer, zend_string *payload, bool binary,
                                        const uint64_t *fragments, size_t count, zend_object **control);

/* What these methods of any frame or message say. false or NULL: an exception is pending. */
bool wschat_buffer_ask_bool(zend_object *data, const char *lcname, size_t length, bool *answer);
bool wschat_buffer_ask_long(zend_object *data, const char *lcname, size_t length, zend_long *answer);
zend_string *wschat_buffer_ask_payload(zend_object *data); /* a new reference */

/* Does getOpcode() of this frame say Close? false and an exception: it threw. */
bool wschat_buffer_is_close(zend_object *frame);

#endif
