<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $body = '{"user":"anna","text":"grüße"}';
    $type = ['Content-Type' => 'application/json', 'Content-Length' => strlen($body)];
    $talk->connect()->send(Peer::get('/in', $type, $body, 'POST'))->eof();
    $talk->out('closed');
    $slow = $talk->connect()->send(Peer::get('/slow?x', $type, '', 'POST'));
    $talk->out('/slow?x');
    $slow->send(substr($body, 0, 10))->send(substr($body, 10))->eof();
    $talk->out('closed');
    $large = $talk->connect()->send(Peer::get('/large', ['Content-Length' => 100000], str_repeat('x', 2000), 'POST'));
    $talk->out('/large');
    $large->send(str_repeat('y', 98000))->eof();
    $talk->out('closed');
    $talk->connect()->send(Peer::get('/cut', ['Content-Length' => 10], 'abc', 'POST'))->shutdown()->eof();
    $talk->out('closed');
};
