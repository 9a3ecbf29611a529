<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws()->text('0123456789')->frames(10)->frame(WsClient::PONG, 'still there?')->text('ab')->frames(7)->sync()->close()->eof();
    $talk->out('closed');
};
