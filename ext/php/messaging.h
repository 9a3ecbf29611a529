/* SPDX-License-Identifier: MIT
 *
 * Ratchet\RFC6455\Messaging: what the rest of the binding may ask of its
 * interfaces and of the native classes Frame and Message. The first part is
 * for everybody, the second for the files that implement them.
 *
 * Nothing here touches a connection. User code runs only where it is said to,
 * always through gate.h: after such a call every borrowed pointer into an
 * object is stale.
 */
#ifndef WSCHAT_MESSAGING_H
#define WSCHAT_MESSAGING_H

#include "php.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

extern zend_class_entry *wschat_ce_data_interface;
extern zend_class_entry *wschat_ce_frame_interface;
extern zend_class_entry *wschat_ce_message_interface; /* the one of RFC6455\Messaging */
extern zend_class_entry *wschat_ce_frame;
extern zend_class_entry *wschat_ce_message;

/* Registers them, and CloseFrameChecker and MessageBuffer. SPL must be up. */
void wschat_messaging_minit(void);

/*
 * Makes return_value a Message as the server received it. The reference on
 * `payload` is taken over. `fragments` are the payload lengths of its frames
 * and are copied; NULL means one frame. Frame objects are made when somebody
 * asks for them.
 */
void wschat_message_init_received(zval *return_value, zend_string *payload, bool binary, const uint64_t *fragments,
                                  size_t fragment_count);

/*
 * What getContents() of `data` returns: a new reference. NULL with *is_native
 * false: the method is the script's own, so the caller calls it. NULL with
 * *is_native true: an exception is pending. Runs user code if a Message holds
 * frames of a class of the script, or a Frame has an exception factory.
 */
zend_string *wschat_messaging_contents(zend_object *data, bool *is_native);

/*
 * true: what getContents() of `data` returns is exactly one final, unmasked
 * text or binary frame with this payload (borrowed), so the frame may as well
 * be encoded by whoever sends it and no byte need be copied. Runs no user code.
 */
bool wschat_messaging_plain(zend_object *data, uint8_t *opcode, zend_string **payload);

/* ws_connection.c: what send() makes of a message: a payload, or bytes that are frames
 * already. */
struct wschat_outgoing {
	uint8_t opcode;     /* of the frame around it; 0: none                       */
	bool closes;        /* it is a Close                                         */
	zend_string *bytes; /* one reference                                         */
};

/* What `new Frame($msg)` makes of what is no DataInterface: a string, or Ratchet's exceptions. A new reference. Runs
 * user code (__toString()). NULL: an exception. */
zend_string *wschat_outgoing_text(zval *message);

/* Runs user code if the message is the script's own. false: an exception. */
bool wschat_outgoing_of(struct wschat_outgoing *outgoing, zval *message);

/* ---- between messaging.c, frame.c, mask.c and message.c ----------------- */

/* messaging.c: arguments are cast as PHP casts them for a parameter `string`
 * or `int` without strict_types, null being '' and 0. On false a TypeError (or
 * what __toString() threw) is pending. The string is borrowed: it lives as
 * long as the zval, which a cast overwrites. `number` counts from 1. */
bool wschat_messaging_string(zval *value, uint32_t number, const char *type, zend_string **string);
bool wschat_messaging_long(zval *value, zend_long *number);

/* Whether a class of the script has put its own method in place of ours. */
bool wschat_messaging_overrides(const zend_object *object, const char *lcname, size_t length);

/* frame.c: all for objects of wschat_ce_frame or a subclass. Those that return
 * false or NULL leave an exception behind, and may run the frame's exception
 * factory first. */
void wschat_frame_minit(zend_class_entry *ce);
zend_object *wschat_frame_new(zend_string *payload, bool final, uint8_t opcode); /* takes the reference */
bool wschat_frame_coalesced(zend_object *object, bool *coalesced);
bool wschat_frame_final(zend_object *object, bool *final);
bool wschat_frame_rsv1(zend_object *object, bool *rsv1);
bool wschat_frame_opcode(zend_object *object, zend_long *opcode);
bool wschat_frame_length(zend_object *object, zend_long *length);
zend_string *wschat_frame_payload(zend_object *object);
zend_string *wschat_frame_contents(zend_object *object);
bool wschat_frame_plain(zend_object *object, uint8_t *opcode, zend_string **payload);

/* For mask.c. The wire is borrowed and `shape` describes it: header and payload are complete. */
struct wschat_wire;
struct wschat_shape;
const struct wschat_wire *wschat_frame_demand(zend_object *object, struct wschat_shape *shape, const char *text);
void wschat_frame_remask(zend_object *object, const struct wschat_shape *shape, const char *key);

/* message_buffer.c */
void wschat_message_buffer_minit(void);

/* message.c */
void wschat_message_minit(zend_class_entry *ce);
zend_string *wschat_message_contents(zend_object *object);
bool wschat_message_plain(zend_object *object, uint8_t *opcode, zend_string **payload);

#endif
