<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->ws()->send(WsClient::frame(1, 'one') . WsClient::frame(1, 'bad') . WsClient::frame(1, 'three'))->frames(2)->sync()->close()->eof();
    $talk->out('closed');
};
