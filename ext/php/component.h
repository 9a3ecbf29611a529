/* SPDX-License-Identifier: MIT
 *
 * The application at the end of the chain of layers: its callbacks, looked up
 * once, and Ratchet's rules for what they throw.
 */
#ifndef WSCHAT_COMPONENT_H
#define WSCHAT_COMPONENT_H

#include "php_wschat.h"

struct wschat_component {
	zend_object *object; /* one reference is ours                                        */
	zend_function *on_open;
	zend_function *on_message;
	zend_function *on_close;
	zend_function *on_error;
	bool wants_objects; /* messages as Ratchet\RFC6455\Messaging\Message                 */
	bool takes_errors;  /* onError() accepts an \Error as it is                          */
};

/* Of an object that implements one of the component interfaces. */
void wschat_component_init(struct wschat_component *component, zend_object *object);
void wschat_component_dtor(struct wschat_component *component);

/*
 * The callbacks; all run user code and are called below the gate's guard. An
 * exception of onOpen and onMessage goes to onError; what onClose and onError
 * throw is logged, and the connection of onError closed with 1011. Only the
 * end of the script is still pending when they return.
 */
void wschat_component_open(const struct wschat_component *component, zend_object *connection);
void wschat_component_message(const struct wschat_component *component, zend_object *connection, zval *message);
void wschat_component_close(const struct wschat_component *component, zend_object *connection);

/* What a destructor has thrown while the engine let go of something: logged. */
void wschat_component_settle(void);

#endif
