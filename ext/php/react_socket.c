/* SPDX-License-Identifier: MIT
 *
 * Namespaces Evenement, React\Stream and React\Socket.
 */
#include "php_wschat.h"

#include "classes.h"
#include "emitter.h"

void wschat_react_socket_register(void)
{
	wschat_emitter_register();
}
