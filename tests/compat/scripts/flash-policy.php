<?php
/* SPDX-License-Identifier: MIT
 *
 * The policy file for Flash, by itself.
 *
 * @needs simplexml
 */
use Ratchet\Server\FlashPolicy;

$policy = new FlashPolicy;
$policy->addAllowedAccess('*', '80,8080-8090')->addAllowedAccess('*.example.com', '*', true);
echo get_class($policy->renderPolicy()), "\n";
foreach ([fn() => $policy->addAllowedAccess('not a domain'), fn() => $policy->addAllowedAccess('*', 'x'), fn() => $policy->setSiteControl('maybe')] as $wrong) {
    try {
        $wrong();
    } catch (Exception $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}
echo json_encode([
    $policy->validateDomain('localhost'), $policy->validateDomain('*.a.b'), $policy->validateDomain('a b'), $policy->validateDomain(''),
    $policy->validatePorts('1-2,3'), $policy->validatePorts('*'), $policy->validatePorts('1,'), $policy->validateSiteControl('none'),
]), "\n";
$server = Ratchet\Server\IoServer::factory($policy, 0, '127.0.0.1');
echo 'listening on ', $server->socket->getAddress(), "\n";
$server->run();
