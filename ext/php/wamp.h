/* SPDX-License-Identifier: MIT
 *
 * Ratchet\Wamp: what its files ask of each other. All of it works on any
 * Ratchet\ConnectionInterface and on subclasses of the script's own, so nearly
 * every call may run user code: objects and values that a caller hands over are
 * the caller's to hold meanwhile. Functions that return bool return false with
 * an exception pending.
 */
#ifndef WSCHAT_WAMP_H
#define WSCHAT_WAMP_H

#include "php_wschat.h"

/* The types of a message, ServerProtocol::MSG_*. */
enum {
	WSCHAT_WAMP_WELCOME,
	WSCHAT_WAMP_PREFIX,
	WSCHAT_WAMP_CALL,
	WSCHAT_WAMP_CALL_RESULT,
	WSCHAT_WAMP_CALL_ERROR,
	WSCHAT_WAMP_SUBSCRIBE,
	WSCHAT_WAMP_UNSUBSCRIBE,
	WSCHAT_WAMP_PUBLISH,
	WSCHAT_WAMP_EVENT
};

extern zend_class_entry *wschat_ce_wamp_exception;
extern zend_class_entry *wschat_ce_wamp_connection;
extern zend_class_entry *wschat_ce_wamp_topic;
extern zend_class_entry *wschat_ce_wamp_topic_manager;
extern zend_class_entry *wschat_ce_wamp_protocol;

/* ---- wamp.c ------------------------------------------------------------------ */

/* Throws a JsonException for the last error of JSON. */
void wschat_wamp_throw_json(void);

/*
 * A layer keeps the next one in its first declared property, which a subclass
 * may have changed. _set_next() is for constructors; _call_next() calls a method
 * there (`result` may be NULL, else it is set in any case); _subprotocols() asks
 * for names and answers an array, empty if the next layer knows none.
 */
void wschat_wamp_set_next(zend_object *layer, zend_object *next);
bool wschat_wamp_call_next(zend_object *layer, const char *lcname, size_t len, uint32_t argc, zval *argv, zval *result);
bool wschat_wamp_subprotocols(zend_object *layer, zval *result);

/* A value as the key of an array, as PHP takes it: a number in a string is an
 * index, null is ''. _find() answers a borrowed value, or NULL, with an exception
 * if an array or an object shall be the key. _put() takes a reference of its own. */
zval *wschat_wamp_find(HashTable *table, const zval *key);
bool wschat_wamp_put(HashTable *table, const zval *key, zval *value);
void wschat_wamp_forget(HashTable *table, const zval *key);

/* A \SplObjectStorage, by its methods. `value` is one that holds it or should. */
void wschat_wamp_storage_init(zval *value);
bool wschat_wamp_is_storage(const zval *value);
bool wschat_wamp_storage_has(zval *value, zend_object *key, bool *has);
bool wschat_wamp_storage_get(zval *value, zend_object *key, zval *info);
bool wschat_wamp_storage_set(zval *value, zend_object *key, zval *info);
bool wschat_wamp_storage_unset(zval *value, zend_object *key);
bool wschat_wamp_storage_count(zval *value, zend_long *count);

/* ---- wamp_connection.c ------------------------------------------------------- */

void wschat_wamp_connection_startup(void);

/* A new WampConnection around this one, which has got its welcome. */
bool wschat_wamp_connection_new(zval *result, zend_object *wrapped);

/*
 * $connection->WAMP->NAME: a new reference, null where there is none. `quiet`:
 * as isset() looks, without a warning. What is set is made if there is none.
 */
bool wschat_wamp_read(zend_object *connection, const char *name, size_t len, bool quiet, zval *result);
bool wschat_wamp_write(zend_object *connection, const char *name, size_t len, zval *value);

/* $connection->WAMP->prefixes[$curie] = $uri */
bool wschat_wamp_add_prefix(zend_object *connection, const zval *curie, zval *uri);

/* $connection->getUri($uri); `result` is set in any case. */
bool wschat_wamp_uri(zend_object *connection, zval *uri, zval *result);

/* The text of an event: what json_encode() returns, so it may be false. */
bool wschat_wamp_encode_event(zval *topic, zval *message, zval *text);

/* Sends a text to what a WampConnection wraps. */
bool wschat_wamp_send(zend_object *connection, zval *text);

/* ---- wamp_topic.c -------------------------------------------------------------- */

void wschat_topic_init(zval *result, zval *id);

/* Of exactly Topic. */
bool wschat_topic_has(zend_object *topic, zend_object *connection, bool *has);

/* Of any object: each is the method of its class, if that has its own. */
bool wschat_topic_id(zend_object *topic, zval *id);
bool wschat_topic_add(zend_object *topic, zend_object *connection);
bool wschat_topic_remove(zend_object *topic, zend_object *connection);
bool wschat_topic_count(zend_object *topic, zend_long *count);

#endif
