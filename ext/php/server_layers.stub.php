<?php

/**
 * SPDX-License-Identifier: MIT
 *
 * The truth about the signatures of these classes; ./dev stubs makes the
 * header of the same name from it.
 *
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Ratchet\Server {

    /**
     * Closes connections from blocked addresses without a byte. Mirrors Ratchet\Server\IpBlackList.
     */
    class IpBlackList implements \Ratchet\MessageComponentInterface
    {
        /** @var array address => true */
        protected $_blacklist = [];

        /** @var \Ratchet\MessageComponentInterface|null */
        protected $_decorating = null;

        /**
         * @param \Ratchet\MessageComponentInterface $component what is behind the list
         */
        public function __construct(\Ratchet\MessageComponentInterface $component) {}

        /**
         * @param string $ip an address without a port
         * @return IpBlackList
         */
        public function blockAddress($ip) {}

        /**
         * @param string $ip
         * @return IpBlackList
         */
        public function unblockAddress($ip) {}

        /**
         * @param string $address an address, an IPv4 one with or without a port
         * @return bool
         */
        public function isBlocked($address) {}

        /** @return array the addresses */
        public function getBlockedAddresses() {}

        /**
         * @param string $address
         * @return string the address without its port, if it is an IPv4 one
         */
        public function filterAddress($address) {}

        /** @return mixed what the component returns */
        public function onOpen(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @param string $msg
         * @return mixed what the component returns
         */
        public function onMessage(\Ratchet\ConnectionInterface $from, $msg) {}

        /** @return void */
        public function onClose(\Ratchet\ConnectionInterface $conn) {}

        /** @return void */
        public function onError(\Ratchet\ConnectionInterface $conn, \Exception $e) {}
    }

    /**
     * Answers whatever it gets with a policy file for Flash sockets. Mirrors Ratchet\Server\FlashPolicy.
     */
    class FlashPolicy implements \Ratchet\MessageComponentInterface
    {
        /** @var string the document that the elements are added to */
        protected $_policy = '<?xml version="1.0"?><!DOCTYPE cross-domain-policy SYSTEM "http://www.adobe.com/xml/dtds/cross-domain-policy.dtd"><cross-domain-policy></cross-domain-policy>';

        /** @var array lists of domain, ports, secure */
        protected $_access = [];

        /** @var string */
        protected $_siteControl = '';

        /** @var string */
        protected $_cache = '';

        /** @var bool */
        protected $_cacheValid = false;

        /**
         * @param string $domain a host name or an address; `*` alone or as the first label stands for any
         * @param string $ports numbers and ranges such as `80,8000-8010`, or `*`
         * @param bool $secure
         * @return FlashPolicy
         * @throws \UnexpectedValueException if the domain or the ports are none
         */
        public function addAllowedAccess($domain, $ports = '*', $secure = false) {}

        /** @return FlashPolicy */
        public function clearAllowedAccess() {}

        /**
         * @param string $permittedCrossDomainPolicies `all`, `master-only` or `none`
         * @return FlashPolicy
         * @throws \UnexpectedValueException if it is none of them
         */
        public function setSiteControl($permittedCrossDomainPolicies = 'all') {}

        /** @return void */
        public function onOpen(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @param string $msg
         * @return void
         * @throws \UnexpectedValueException if nothing is allowed
         */
        public function onMessage(\Ratchet\ConnectionInterface $from, $msg) {}

        /** @return void */
        public function onClose(\Ratchet\ConnectionInterface $conn) {}

        /** @return void */
        public function onError(\Ratchet\ConnectionInterface $conn, \Exception $e) {}

        /**
         * @return \SimpleXMLElement
         * @throws \UnexpectedValueException if nothing is allowed
         * @throws \RuntimeException if the extension simplexml is not loaded; onMessage() does without it
         */
        public function renderPolicy() {}

        /**
         * @param string $permittedCrossDomainPolicies
         * @return bool
         */
        public function validateSiteControl($permittedCrossDomainPolicies) {}

        /**
         * @param string $domain
         * @return bool
         */
        public function validateDomain($domain) {}

        /**
         * @param string $port
         * @return bool
         */
        public function validatePorts($port) {}
    }
}
