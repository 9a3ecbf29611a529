/* SPDX-License-Identifier: MIT
 *
 * IpBlackList and FlashPolicy. Each works alone on any connection.
 */
#ifndef WSCHAT_SERVER_LAYERS_H
#define WSCHAT_SERVER_LAYERS_H

#include "php_wschat.h"

extern zend_class_entry *wschat_ce_ip_black_list;
extern zend_class_entry *wschat_ce_flash_policy;

void wschat_server_layers_register(void); /* all classes of server_layers.stub.php */

/* Is this address in the list? Runs user code only where a subclass overrides
 * isBlocked() or filterAddress(); false if an exception is pending. */
bool wschat_ip_is_blocked(zend_object *list, const char *address);

/* The component behind an IpBlackList, borrowed; NULL with a LogicException:
 * its constructor was not called. */
zend_object *wschat_ip_black_list_component(zend_object *list);

#endif
