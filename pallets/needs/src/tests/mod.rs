mod publish_need;
