/* SPDX-License-Identifier: MIT
 *
 * A component whose callbacks the engine's events go to: the application at the
 * end of a chain of native layers, or the first layer that is none. Its callbacks
 * are looked up once; what they throw is treated by Ratchet's rules. Shared by
 * its connections and by the layer in front.
 */
#ifndef WSCHAT_COMPONENT_H
#define WSCHAT_COMPONENT_H

#include "gate.h"

struct wschat_server;

struct wschat_component {
	uint32_t refs;
	zend_object *object; /* each reference holds one on it                              */
	zend_function *on_open;
	zend_function *on_message;
	zend_function *on_close;
	zend_function *on_error;
	zend_function *on_drain; /* NULL: it is no WsChat\DrainInterface                        */
	bool plain;              /* on_message is for wschat_gate_call_plain()                    */
	bool wants_objects;      /* messages as Ratchet\RFC6455\Messaging\Message                 */
	bool takes_errors;       /* onError() accepts an \Error as it is                          */
};

/* Of an object that implements one of the component interfaces. */
struct wschat_component *wschat_component_new(zend_object *object);
struct wschat_component *wschat_component_ref(struct wschat_component *component);
void wschat_component_unref(struct wschat_component *component); /* runs user code (destructors) */

/*
 * The callbacks; all run user code and are called below the gate's guard. An
 * exception of onOpen, onMessage and onDrain goes to onError, and that of onClose if it
 * gets bytes; a WebSocket is forgotten by then, and it is logged. So is what
 * onError throws, whose connection is closed with 1011. Only the
 * end of the script is still pending when they return. `request` is for an
 * HttpServerInterface, else NULL.
 */
void wschat_component_open(const struct wschat_component *component, zend_object *connection, zend_object *request);
void wschat_component_drain(const struct wschat_component *component, zend_object *connection); /* if it has one */
/* Something of the connection itself has failed. */
void wschat_component_error(const struct wschat_component *component, zend_object *connection, zend_object *exception);
void wschat_component_close(const struct wschat_component *component, zend_object *connection);

/* The pending exception goes to onError. */
void wschat_component_thrown(const struct wschat_component *component, zend_object *connection);

static inline void wschat_component_message(const struct wschat_component *component, zend_object *connection,
                                            const zval *message)
{
	zval arguments[2];

	ZVAL_OBJ(&arguments[0], connection);
	ZVAL_COPY_VALUE(&arguments[1], message);
	if (component->plain) {
		wschat_gate_call_plain(component->on_message, component->object, 2, arguments);
	} else {
		wschat_gate_call_function(component->on_message, component->object, 2, arguments, NULL);
	}
	if (EG(exception)) {
		wschat_component_thrown(component, connection);
	}
}

/* What has been thrown where nobody can catch it is logged, under this name; the server
 * may be NULL. */
void wschat_component_log_thrown(struct wschat_server *server, const char *callback);
static inline void wschat_component_settle(struct wschat_server *server, const char *callback)
{
	if (EG(exception)) {
		wschat_component_log_thrown(server, callback);
	}
}

#endif
