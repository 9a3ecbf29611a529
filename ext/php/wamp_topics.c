/* SPDX-License-Identifier: MIT
 *
 * Ratchet\Wamp\TopicManager: the registry of topics, and who has subscribed to
 * which. It calls its own getTopic() and cleanTopic() as a script would, so that
 * a subclass may have others. Called by ServerProtocol, or by a script.
 */
#include "wamp.h"

#include "classes.h"
#include "gate.h"
#include "messaging.h"

#include "zend_exceptions.h"

/* ---- the registry ----------------------------------------------------------------- */

/* The property topicLookup; NULL with an exception. Borrowed. */
static zval *lookup_of(zend_object *manager)
{
	zval *lookup = OBJ_PROP_NUM(manager, 1);

	ZVAL_DEREF(lookup);
	if (Z_TYPE_P(lookup) != IS_ARRAY) {
		zend_type_error("%s::$topicLookup must be an array, but is %s", ZSTR_VAL(manager->ce->name),
		                zend_zval_type_name(lookup));
		return NULL;
	}
	return lookup;
}

/* The topic in the registry; a new reference in `topic`, null if there is none. */
static bool find_topic(zend_object *manager, zval *id, zval *topic)
{
	zval *lookup = lookup_of(manager), *found = NULL;

	ZVAL_NULL(topic);
	if (lookup) {
		found = wschat_wamp_find(Z_ARRVAL_P(lookup), id);
	}
	if (found) {
		ZVAL_COPY_DEREF(topic, found);
	}
	return !EG(exception);
}

static bool get_topic(zend_object *manager, zval *id, zval *topic)
{
	zval *lookup;

	if (!find_topic(manager, id, topic) || Z_TYPE_P(topic) != IS_NULL) {
		return !EG(exception);
	}
	lookup = lookup_of(manager);
	wschat_topic_init(topic, id);
	SEPARATE_ARRAY(lookup);
	return wschat_wamp_put(Z_ARRVAL_P(lookup), id, topic);
}

static bool is_topic(const zval *value)
{
	return Z_TYPE_P(value) == IS_OBJECT && instanceof_function(Z_OBJCE_P(value), wschat_ce_wamp_topic);
}

/* $this->getTopic($id), which may be anything if it is a script's own; `topic` is
 * set in any case. */
static bool call_get_topic(zend_object *manager, zval *id, zval *topic)
{
	if (wschat_messaging_overrides(manager, ZEND_STRL("gettopic"))) {
		return wschat_gate_call_method(manager, ZEND_STRL("gettopic"), 1, id, topic);
	}
	return get_topic(manager, id, topic);
}

/* The same, for what must be an object. */
static bool demand_topic(zend_object *manager, zval *id, zval *topic)
{
	if (call_get_topic(manager, id, topic) && Z_TYPE_P(topic) != IS_OBJECT) {
		zend_type_error("%s::getTopic() must return an object to subscribe to, %s returned",
		                ZSTR_VAL(manager->ce->name), zend_zval_type_name(topic));
	}
	return !EG(exception);
}

ZEND_METHOD(Ratchet_Wamp_TopicManager, getTopic)
{
	zval *id, topic;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &id) == FAILURE) {
		RETURN_THROWS();
	}
	get_topic(Z_OBJ_P(ZEND_THIS), id, &topic);
	RETURN_COPY_VALUE(&topic);
}

/* ---- subscriptions ------------------------------------------------------------------ */

/* $connection->WAMP->subscriptions->contains($topic), and the storage itself:
 * `subscriptions` is set in any case. */
static bool has_subscribed(zend_object *connection, zend_object *topic, zval *subscriptions, bool *has)
{
	return wschat_wamp_read(connection, ZEND_STRL("subscriptions"), false, subscriptions) &&
	       wschat_wamp_storage_has(subscriptions, topic, has);
}

/* Adds to or removes from the registry's topic of that name, as Ratchet does, or
 * from this one, if a getTopic() of the script's own has not registered it. */
static bool change_registered(zend_object *manager, zval *id, zend_object *topic, zend_object *connection,
                              bool (*change)(zend_object *topic, zend_object *connection))
{
	zval registered;
	bool done = find_topic(manager, id, &registered) &&
	            change(Z_TYPE(registered) == IS_OBJECT ? Z_OBJ(registered) : topic, connection);

	zval_ptr_dtor(&registered);
	return done;
}

static bool forget_if_empty(zend_object *manager, zend_object *topic, zval *id)
{
	zend_long count;
	zval *lookup;

	if (!wschat_topic_count(topic, &count)) {
		return false;
	}
	if (count == 0 && (lookup = lookup_of(manager))) {
		SEPARATE_ARRAY(lookup);
		wschat_wamp_forget(Z_ARRVAL_P(lookup), id);
	}
	return !EG(exception);
}

/* A script may have spoilt $connection->WAMP, but the topic lets go of it. */
static bool forget_subscription(zend_object *connection, zend_object *topic)
{
	zval subscriptions;
	bool has = false, done;

	done = wschat_wamp_read(connection, ZEND_STRL("subscriptions"), true, &subscriptions);
	if (done && wschat_wamp_is_storage(&subscriptions)) {
		done = wschat_wamp_storage_has(&subscriptions, topic, &has) &&
		       (!has || wschat_wamp_storage_unset(&subscriptions, topic));
	}
	zval_ptr_dtor(&subscriptions);
	return done;
}

static bool clean_topic(zend_object *manager, zend_object *topic, zend_object *connection)
{
	zval id;
	bool done;

	if (!forget_subscription(connection, topic)) {
		return false;
	}
	done = wschat_topic_id(topic, &id) && change_registered(manager, &id, topic, connection, wschat_topic_remove) &&
	       forget_if_empty(manager, topic, &id);
	zval_ptr_dtor(&id);
	return done;
}

/* $this->cleanTopic($topic, $connection) */
static bool call_clean_topic(zend_object *manager, zend_object *topic, zend_object *connection)
{
	zval arguments[2];

	if (!wschat_messaging_overrides(manager, ZEND_STRL("cleantopic"))) {
		return clean_topic(manager, topic, connection);
	}
	ZVAL_OBJ(&arguments[0], topic);
	ZVAL_OBJ(&arguments[1], connection);
	return wschat_gate_call_method(manager, ZEND_STRL("cleantopic"), 2, arguments, NULL);
}

ZEND_METHOD(Ratchet_Wamp_TopicManager, cleanTopic)
{
	zval *topic, *connection;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OO", &topic, wschat_ce_wamp_topic, &connection,
	                          wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	clean_topic(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(topic), Z_OBJ_P(connection));
}

/* ---- callbacks ---------------------------------------------------------------------- */

ZEND_METHOD(Ratchet_Wamp_TopicManager, __construct)
{
	zval *app;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &app, wschat_ce_wamp_server_interface) == FAILURE) {
		RETURN_THROWS();
	}
	wschat_wamp_set_next(Z_OBJ_P(ZEND_THIS), Z_OBJ_P(app));
}

ZEND_METHOD(Ratchet_Wamp_TopicManager, onOpen)
{
	zval *connection, subscriptions;
	bool done;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &connection, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	wschat_wamp_storage_init(&subscriptions);
	done = wschat_wamp_write(Z_OBJ_P(connection), ZEND_STRL("subscriptions"), &subscriptions);
	zval_ptr_dtor(&subscriptions);
	if (done) {
		wschat_wamp_call_next(Z_OBJ_P(ZEND_THIS), ZEND_STRL("onopen"), 1, connection, NULL);
	}
}

ZEND_METHOD(Ratchet_Wamp_TopicManager, onCall)
{
	zval *connection, *id, *uri, *parameters, arguments[4];

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 4), "Ozza", &connection, wschat_ce_connection_interface, &id, &uri,
	                          &parameters) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_COPY_VALUE(&arguments[0], connection);
	ZVAL_COPY_VALUE(&arguments[1], id);
	ZVAL_COPY_VALUE(&arguments[3], parameters);
	if (call_get_topic(Z_OBJ_P(ZEND_THIS), uri, &arguments[2])) {
		wschat_wamp_call_next(Z_OBJ_P(ZEND_THIS), ZEND_STRL("oncall"), 4, arguments, NULL);
	}
	zval_ptr_dtor(&arguments[2]);
}

ZEND_METHOD(Ratchet_Wamp_TopicManager, onSubscribe)
{
	zend_object *manager = Z_OBJ_P(ZEND_THIS);
	zval *connection, *uri, arguments[2], subscriptions;
	bool has = true;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "Oz", &connection, wschat_ce_connection_interface, &uri) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_NULL(&subscriptions);
	ZVAL_COPY_VALUE(&arguments[0], connection);
	if (demand_topic(manager, uri, &arguments[1]) &&
	    has_subscribed(Z_OBJ_P(connection), Z_OBJ(arguments[1]), &subscriptions, &has) && !has &&
	    change_registered(manager, uri, Z_OBJ(arguments[1]), Z_OBJ_P(connection), wschat_topic_add) &&
	    wschat_wamp_storage_set(&subscriptions, Z_OBJ(arguments[1]), NULL)) {
		wschat_wamp_call_next(manager, ZEND_STRL("onsubscribe"), 2, arguments, NULL);
	}
	zval_ptr_dtor(&subscriptions);
	zval_ptr_dtor(&arguments[1]);
}

ZEND_METHOD(Ratchet_Wamp_TopicManager, onUnsubscribe)
{
	zend_object *manager = Z_OBJ_P(ZEND_THIS);
	zval *connection, *uri, arguments[2], subscriptions;
	bool has = false;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "Oz", &connection, wschat_ce_connection_interface, &uri) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_NULL(&subscriptions);
	ZVAL_COPY_VALUE(&arguments[0], connection);
	if (demand_topic(manager, uri, &arguments[1]) &&
	    has_subscribed(Z_OBJ_P(connection), Z_OBJ(arguments[1]), &subscriptions, &has) && has &&
	    call_clean_topic(manager, Z_OBJ(arguments[1]), Z_OBJ_P(connection))) {
		wschat_wamp_call_next(manager, ZEND_STRL("onunsubscribe"), 2, arguments, NULL);
	}
	zval_ptr_dtor(&subscriptions);
	zval_ptr_dtor(&arguments[1]);
}

ZEND_METHOD(Ratchet_Wamp_TopicManager, onPublish)
{
	zval *connection, *uri, *event, *exclude, *eligible, arguments[5];

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 5), "Ozzaa", &connection, wschat_ce_connection_interface, &uri,
	                          &event, &exclude, &eligible) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_COPY_VALUE(&arguments[0], connection);
	ZVAL_COPY_VALUE(&arguments[2], event);
	ZVAL_COPY_VALUE(&arguments[3], exclude);
	ZVAL_COPY_VALUE(&arguments[4], eligible);
	if (call_get_topic(Z_OBJ_P(ZEND_THIS), uri, &arguments[1])) {
		wschat_wamp_call_next(Z_OBJ_P(ZEND_THIS), ZEND_STRL("onpublish"), 5, arguments, NULL);
	}
	zval_ptr_dtor(&arguments[1]);
}

/* Would cleanTopic() change anything? Asked before it is called for each topic of
 * the registry, as few of them are the connection's. */
static bool is_concerned(zend_object *topic, zend_object *connection, zval *subscriptions)
{
	zend_long count = 0;
	bool has = false;

	if (wschat_wamp_is_storage(subscriptions) && (!wschat_wamp_storage_has(subscriptions, topic, &has) || has)) {
		return true;
	}
	return !wschat_topic_has(topic, connection, &has) || has || !wschat_topic_count(topic, &count) || count == 0;
}

static void clean_topics(zend_object *manager, HashTable *topics, zend_object *connection, zval *subscriptions)
{
	bool overridden = wschat_messaging_overrides(manager, ZEND_STRL("cleantopic"));
	zval *value;

	ZEND_HASH_FOREACH_VAL(topics, value) {
		ZVAL_DEREF(value);
		if (!is_topic(value) || (!overridden && Z_OBJCE_P(value) == wschat_ce_wamp_topic &&
		                         !is_concerned(Z_OBJ_P(value), connection, subscriptions))) {
			continue;
		}
		if (EG(exception) || !call_clean_topic(manager, Z_OBJ_P(value), connection)) {
			return;
		}
	}
	ZEND_HASH_FOREACH_END();
}

/* Those that are registered now, whatever is called changes. */
static void clean_all_topics(zend_object *manager, zend_object *connection)
{
	zval *lookup = lookup_of(manager), topics, subscriptions;

	if (!lookup) {
		return;
	}
	ZVAL_COPY(&topics, lookup);
	if (wschat_wamp_read(connection, ZEND_STRL("subscriptions"), true, &subscriptions)) {
		clean_topics(manager, Z_ARRVAL(topics), connection, &subscriptions);
	}
	zval_ptr_dtor(&subscriptions);
	zval_ptr_dtor(&topics);
}

/* What the application throws comes after the subscriptions have ended, or the
 * topics would keep the connection, and send to it, for ever. */
ZEND_METHOD(Ratchet_Wamp_TopicManager, onClose)
{
	zend_object *manager = Z_OBJ_P(ZEND_THIS), *thrown = NULL;
	zval *connection;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &connection, wschat_ce_connection_interface) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_wamp_call_next(manager, ZEND_STRL("onclose"), 1, connection, NULL)) {
		if (wschat_gate_is_exit()) {
			RETURN_THROWS();
		}
		thrown = EG(exception);
		GC_ADDREF(thrown);
		zend_clear_exception();
	}
	clean_all_topics(manager, Z_OBJ_P(connection));
	if (thrown && EG(exception)) {
		zend_exception_set_previous(EG(exception), thrown);
	} else if (thrown) {
		zend_throw_exception_internal(thrown);
	}
}

ZEND_METHOD(Ratchet_Wamp_TopicManager, onError)
{
	zval *connection, *exception, arguments[2];

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OO", &connection, wschat_ce_connection_interface, &exception,
	                          zend_ce_exception) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_COPY_VALUE(&arguments[0], connection);
	ZVAL_COPY_VALUE(&arguments[1], exception);
	wschat_wamp_call_next(Z_OBJ_P(ZEND_THIS), ZEND_STRL("onerror"), 2, arguments, NULL);
}

ZEND_METHOD(Ratchet_Wamp_TopicManager, getSubProtocols)
{
	zval names;

	wschat_wamp_subprotocols(Z_OBJ_P(ZEND_THIS), &names);
	RETURN_COPY_VALUE(&names);
}
