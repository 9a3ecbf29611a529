/* SPDX-License-Identifier: MIT
 *
 * Ratchet\Wamp\Topic: a name and its subscribers, which lie in the same
 * SplObjectStorage that scripts iterate. Knows no registry: wamp_topics.c does.
 */
#include "wamp.h"

#include "classes.h"
#include "gate.h"
#include "messaging.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/spl/spl_iterators.h"
#include "ext/spl/spl_observer.h"

/* Its private properties. */
static zval *id_of(zend_object *topic)
{
	return OBJ_PROP_NUM(topic, 0);
}

static zval *subscribers_of(zend_object *topic)
{
	return OBJ_PROP_NUM(topic, 1);
}

void wschat_topic_init(zval *result, zval *id)
{
	object_init_ex(result, wschat_ce_wamp_topic);
	ZVAL_COPY(id_of(Z_OBJ_P(result)), id);
	wschat_wamp_storage_init(subscribers_of(Z_OBJ_P(result)));
}

ZEND_METHOD(Ratchet_Wamp_Topic, __construct)
{
	zval *id, copy, storage;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &id) == FAILURE) {
		RETURN_THROWS();
	}
	/* It may be the second time, and what goes have a destructor. */
	ZVAL_COPY(&copy, id);
	wschat_wamp_storage_init(&storage);
	zend_assign_to_variable(id_of(Z_OBJ_P(ZEND_THIS)), &copy, IS_TMP_VAR, false);
	zend_assign_to_variable(subscribers_of(Z_OBJ_P(ZEND_THIS)), &storage, IS_TMP_VAR, false);
}

/* Is this method the script's own? Also one of a class that is no Topic at all,
 * which a getTopic() may answer. */
static bool overrides(zend_object *topic, const char *lcname, size_t len)
{
	return !instanceof_function(topic->ce, wschat_ce_wamp_topic) || wschat_messaging_overrides(topic, lcname, len);
}

/* ---- its name ------------------------------------------------------------------- */

bool wschat_topic_id(zend_object *topic, zval *id)
{
	if (overrides(topic, ZEND_STRL("getid"))) {
		return wschat_gate_call_method(topic, ZEND_STRL("getid"), 0, NULL, id);
	}
	ZVAL_COPY_DEREF(id, id_of(topic));
	return true;
}

ZEND_METHOD(Ratchet_Wamp_Topic, getId)
{
	RETURN_COPY_DEREF(id_of(Z_OBJ_P(ZEND_THIS)));
}

ZEND_METHOD(Ratchet_Wamp_Topic, __toString)
{
	zend_string *name = NULL;
	zval id;

	if (wschat_topic_id(Z_OBJ_P(ZEND_THIS), &id)) {
		name = zval_try_get_string(&id);
	}
	zval_ptr_dtor(&id);
	if (!name) {
		RETURN_THROWS();
	}
	RETURN_STR(name);
}

/* ---- its subscribers -------------------------------------------------------------- */

static bool add(zend_object *topic, zend_object *connection)
{
	return wschat_wamp_storage_set(subscribers_of(topic), connection, NULL);
}

static bool remove_from(zend_object *topic, zend_object *connection)
{
	bool has;

	return wschat_wamp_storage_has(subscribers_of(topic), connection, &has) &&
	       (!has || wschat_wamp_storage_unset(subscribers_of(topic), connection));
}

bool wschat_topic_has(zend_object *topic, zend_object *connection, bool *has)
{
	return wschat_wamp_storage_has(subscribers_of(topic), connection, has);
}

bool wschat_topic_add(zend_object *topic, zend_object *connection)
{
	zval argument;

	if (!overrides(topic, ZEND_STRL("add"))) {
		return add(topic, connection);
	}
	ZVAL_OBJ(&argument, connection);
	return wschat_gate_call_method(topic, ZEND_STRL("add"), 1, &argument, NULL);
}

bool wschat_topic_remove(zend_object *topic, zend_object *connection)
{
	zval argument;

	if (!overrides(topic, ZEND_STRL("remove"))) {
		return remove_from(topic, connection);
	}
	ZVAL_OBJ(&argument, connection);
	return wschat_gate_call_method(topic, ZEND_STRL("remove"), 1, &argument, NULL);
}

bool wschat_topic_count(zend_object *topic, zend_long *count)
{
	zval result;
	bool done;

	if (!overrides(topic, ZEND_STRL("count"))) {
		return wschat_wamp_storage_count(subscribers_of(topic), count);
	}
	done = wschat_gate_call_method(topic, ZEND_STRL("count"), 0, NULL, &result);
	*count = done ? zval_get_long(&result) : 0;
	zval_ptr_dtor(&result);
	return done;
}

ZEND_METHOD(Ratchet_Wamp_Topic, has)
{
	zval *connection;
	bool has;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &connection, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_topic_has(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(connection), &has)) {
		RETURN_THROWS();
	}
	RETURN_BOOL(has);
}

ZEND_METHOD(Ratchet_Wamp_Topic, add)
{
	zval *connection;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &connection, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	if (!add(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(connection))) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

ZEND_METHOD(Ratchet_Wamp_Topic, remove)
{
	zval *connection;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &connection, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	if (!remove_from(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(connection))) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

ZEND_METHOD(Ratchet_Wamp_Topic, getIterator)
{
	RETURN_COPY_DEREF(subscribers_of(Z_OBJ_P(ZEND_THIS)));
}

ZEND_METHOD(Ratchet_Wamp_Topic, count)
{
	zend_long count;

	if (!wschat_wamp_storage_count(subscribers_of(Z_OBJ_P(ZEND_THIS)), &count)) {
		RETURN_THROWS();
	}
	RETURN_LONG(count);
}

/* ---- broadcast -------------------------------------------------------------------- */

/*
 * A list of session ids, in which each subscriber is looked for as in_array()
 * does. That compares loosely, but to an id that is no number only itself and
 * true are equal. So the strings of a long list are looked up: a client may send
 * it, and should not keep the server busy by that.
 */
struct sessions {
	HashTable *list; /* NULL: it is empty       */
	HashTable names; /* its strings, if indexed */
	bool indexed;
	bool has_true;
};

#define INDEX_FROM 16 /* entries */

static void sessions_init(struct sessions *sessions, HashTable *list)
{
	zval *entry;

	sessions->list = list && zend_hash_num_elements(list) > 0 ? list : NULL;
	sessions->indexed = sessions->list && zend_hash_num_elements(list) >= INDEX_FROM;
	sessions->has_true = false;
	if (!sessions->indexed) {
		return;
	}
	zend_hash_init(&sessions->names, zend_hash_num_elements(list), NULL, NULL, false);
	ZEND_HASH_FOREACH_VAL(list, entry) {
		ZVAL_DEREF(entry);
		if (Z_TYPE_P(entry) == IS_STRING) {
			zend_hash_add_empty_element(&sessions->names, Z_STR_P(entry));
		} else if (Z_TYPE_P(entry) == IS_TRUE) {
			sessions->has_true = true;
		} else if (Z_TYPE_P(entry) == IS_OBJECT) {
			sessions->indexed = false; /* it may have a __toString() */
		}
	}
	ZEND_HASH_FOREACH_END();
	if (!sessions->indexed) {
		zend_hash_destroy(&sessions->names);
	}
}

static void sessions_dtor(struct sessions *sessions)
{
	if (sessions->indexed) {
		zend_hash_destroy(&sessions->names);
	}
}

static bool sessions_have(const struct sessions *sessions, zval *id)
{
	zval *entry;

	if (sessions->indexed && Z_TYPE_P(id) == IS_STRING && Z_STRLEN_P(id) > 0 &&
	    !is_numeric_string(Z_STRVAL_P(id), Z_STRLEN_P(id), NULL, NULL, false)) {
		return sessions->has_true || zend_hash_exists(&sessions->names, Z_STR_P(id));
	}
	ZEND_HASH_FOREACH_VAL(sessions->list, entry) {
		if (Z_TYPE_P(id) == IS_STRING ? fast_equal_check_string(id, entry) : zend_compare(id, entry) == 0) {
			return true;
		}
		if (EG(exception)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

struct broadcast {
	zval *subscribers;
	zval *id;
	zval *message;
	struct sessions exclude;
	struct sessions eligible;
	zval text; /* the event, once somebody needs it */
};

static bool is_meant(const struct broadcast *broadcast, zend_object *client)
{
	zval session_id;
	bool meant;

	if (!broadcast->exclude.list && !broadcast->eligible.list) {
		return true;
	}
	meant = wschat_wamp_read(client, ZEND_STRL("sessionId"), false, &session_id) &&
	        !(broadcast->exclude.list && sessions_have(&broadcast->exclude, &session_id)) && !EG(exception) &&
	        !(broadcast->eligible.list && !sessions_have(&broadcast->eligible, &session_id));
	zval_ptr_dtor(&session_id);
	return meant && !EG(exception);
}

/* The same text to all; but a class of the script's own gets event(), and what
 * it does then is its own. */
static bool deliver(struct broadcast *broadcast, zend_object *client)
{
	zval arguments[2];

	if (client->ce != wschat_ce_wamp_connection) {
		ZVAL_COPY_VALUE(&arguments[0], broadcast->id);
		ZVAL_COPY_VALUE(&arguments[1], broadcast->message);
		return wschat_gate_call_method(client, ZEND_STRL("event"), 2, arguments, NULL);
	}
	if (Z_ISUNDEF(broadcast->text) && !wschat_wamp_encode_event(broadcast->id, broadcast->message, &broadcast->text)) {
		return false;
	}
	return wschat_wamp_send(client, &broadcast->text);
}

static int visit(zend_object_iterator *iterator, void *arg)
{
	zval *client = iterator->funcs->get_current_data(iterator);
	struct broadcast *broadcast = arg;
	bool has;

	if (!client || EG(exception)) {
		return ZEND_HASH_APPLY_STOP;
	}
	ZVAL_DEREF(client);
	if (Z_TYPE_P(client) == IS_OBJECT && wschat_wamp_storage_has(broadcast->subscribers, Z_OBJ_P(client), &has) &&
	    has && is_meant(broadcast, Z_OBJ_P(client))) {
		deliver(broadcast, Z_OBJ_P(client));
	}
	return EG(exception) ? ZEND_HASH_APPLY_STOP : ZEND_HASH_APPLY_KEEP;
}

/* Goes through a copy of the storage: a foreach over the topic that is under way
 * keeps its place, and what is called may add and remove others. Who has been
 * removed before it is his turn gets nothing, nor does who has come meanwhile. */
static void visit_all(struct broadcast *broadcast)
{
	zval *subscribers = broadcast->subscribers, copy;

	if (Z_TYPE_P(subscribers) != IS_OBJECT || Z_OBJCE_P(subscribers) != spl_ce_SplObjectStorage) {
		zend_throw_exception(spl_ce_LogicException,
		                     "This topic has no subscribers: its constructor must call parent::__construct($id)", 0);
		return;
	}
	ZVAL_OBJ(&copy, Z_OBJ_HT_P(subscribers)->clone_obj(Z_OBJ_P(subscribers)));
	spl_iterator_apply(&copy, visit, broadcast);
	zval_ptr_dtor(&copy);
}

ZEND_METHOD(Ratchet_Wamp_Topic, broadcast)
{
	zend_object *topic = Z_OBJ_P(ZEND_THIS);
	HashTable *exclude = NULL, *eligible = NULL;
	struct broadcast broadcast;
	zval id, subscribers;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 3), "z|hh", &broadcast.message, &exclude, &eligible) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_COPY_DEREF(&id, id_of(topic));
	broadcast.id = &id;
	ZVAL_COPY_DEREF(&subscribers, subscribers_of(topic));
	broadcast.subscribers = &subscribers;
	sessions_init(&broadcast.exclude, exclude);
	sessions_init(&broadcast.eligible, eligible);
	ZVAL_UNDEF(&broadcast.text);
	visit_all(&broadcast);
	sessions_dtor(&broadcast.exclude);
	sessions_dtor(&broadcast.eligible);
	zval_ptr_dtor(&broadcast.text);
	zval_ptr_dtor(&subscribers);
	zval_ptr_dtor(&id);
	if (EG(exception)) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(topic);
}
